import { useApi } from '../support/api.ts';

const api = useApi();
const changes = {
  updatePost:
    'mutation ($id: ID!) { updatePost(id: $id, input: { title: "Corrected" }) { title author { id } } }',
  unpublishPost: 'mutation ($id: ID!) { unpublishPost(id: $id) { status } }',
  deletePost: 'mutation ($id: ID!) { deletePost(id: $id) }',
};
const Rights = 'query ($id: ID!) { post(id: $id) { viewerCanEdit viewerCanDelete } }';
const row = (id: string) => api.row('select * from posts where id = $1', [id]);

describe.each(['EDITOR', 'ADMIN'])('a viewer who is %s', (role) => {
  it.each(Object.entries(changes))('may call %s for what others have published', async (_name, document) => {
    const editor = api.as(await api.make.user({ role }));
    const post = await api.make.post();
    const { data } = await editor.send(Rights, { id: post.id });
    expect(data.post).toEqual({ viewerCanEdit: true, viewerCanDelete: true });
    const before = await row(post.id);
    expect(await editor.send(document, { id: post.id })).toSucceed();
    const after = await row(post.id);
    expect(after).not.toEqual(before);
    expect(after?.author_id ?? post.author_id).toBe(post.author_id);
  });

  it.each(Object.entries(changes))(
    'may not call %s for a draft, which is missing',
    async (_name, document) => {
      const editor = api.as(await api.make.user({ role }));
      const draft = await api.make.draft();
      const before = await row(draft.id);
      expect((await editor.send(Rights, { id: draft.id })).data.post).toBeNull();
      expect(await editor.send(document, { id: draft.id })).toFailWith('NOT_FOUND');
      expect(await row(draft.id)).toEqual(before);
    },
  );

  it('gives a post back to its author by taking it back', async () => {
    const author = await api.make.user();
    const editor = api.as(await api.make.user({ role }));
    const { id } = await api.make.post({ author_id: author.id });
    await editor.send(changes.unpublishPost, { id });
    expect((await editor.send(Rights, { id })).data.post).toBeNull();
    expect((await api.as(author).send(Rights, { id })).data.post.viewerCanEdit).toBe(true);
  });
});

it('a viewer without a role may do none of it', async () => {
  const stranger = api.as(await api.make.user());
  const { id } = await api.make.post();
  const { data } = await stranger.send(Rights, { id });
  expect(data.post).toEqual({ viewerCanEdit: false, viewerCanDelete: false });
  for (const document of Object.values(changes))
    expect(await stranger.send(document, { id })).toFailWith('FORBIDDEN');
});
