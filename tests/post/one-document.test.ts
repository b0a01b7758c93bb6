import { useApi } from '../support/api.ts';

const api = useApi();

describe('several mutations in one document', () => {
  it('each answer with what is there after them', async () => {
    const user = api.as(await api.make.user());
    const { data } = await user.send(`mutation {
      first: createPost(input: { title: "One", content: "x", tags: ["a"] }) { id tags { name } }
    }`);
    const reply = await user.send(
      `mutation ($id: ID!) {
        one: updatePost(id: $id, input: { tags: ["b"] }) { version tags { name } }
        two: updatePost(id: $id, input: { tags: ["b", "c"] }) { version tags { name } author { id } }
        three: unpublishPost(id: $id) { version status tags { name } }
      }`,
      { id: data.first.id },
    );
    expect(reply.data.one).toEqual({ version: 2, tags: [{ name: 'b' }] });
    expect(reply.data.two).toMatchObject({ version: 3, tags: [{ name: 'b' }, { name: 'c' }] });
    expect(reply.data.three).toEqual({ version: 4, status: 'DRAFT', tags: [{ name: 'b' }, { name: 'c' }] });
  });

  it('run one after another, and after logout as a guest', async () => {
    const user = api.as(await api.make.user());
    const reply = await user.send(
      'mutation { logout createPost(input: { title: "Late", content: "x" }) { id } }',
    );
    expect(reply.errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED');
    expect(await api.row("select 1 from posts where title = 'Late'")).toBeUndefined();
  });
});
