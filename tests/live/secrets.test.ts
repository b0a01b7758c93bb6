import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildSchema } from 'graphql';
import { useApi } from '../support/api.ts';
import { Crawler } from '../support/crawler.ts';
import { rootFolder } from '../support/environment.ts';
import { useLive } from '../support/live.ts';

const api = useApi();
const open = useLive();
const schema = buildSchema(readFileSync(join(rootFolder, 'schema.graphql'), 'utf8'));
const crawler = new Crawler(schema, { '*': ['harmless'] });

it('subscriptions that ask for everything tell nobody of what is hidden, however it is touched', async () => {
  const victim = await api.make.user({ email: 'canary@example.org' });
  const draft = await api.make.draft({ author_id: victim.id, title: 'Canary in the draft' });
  await api.make.tag('canary-tag', [draft.id]);
  const { id: shown } = await api.make.post({ author_id: victim.id });
  const { id: first } = await api.make.comment({ post_id: shown });
  const documents = [
    crawler.subscription('postPublished', `after: "${shown}"`),
    crawler.subscription('commentAdded', `postId: "${shown}", after: "${first}"`),
  ];
  const viewers = [undefined, await api.make.user(), await api.make.user({ role: 'EDITOR' })];
  const feeds = viewers.map((viewer) => documents.map((each) => open(api, viewer).subscribe(each)));

  await api.make.comment({ post_id: draft.id, body: 'Canary below the draft' });
  await api.make.comment({ post_id: shown, body: 'Canary in a hidden comment', hidden: true });
  // One transaction, in which the draft is public for a moment.
  await api.db.query(`
    do $$ begin
      update posts set status = 'PUBLISHED' where id = '${draft.id}';
      update posts set status = 'DRAFT' where id = '${draft.id}';
    end $$`);
  const last = [
    await api.make.post({ author_id: victim.id }),
    await api.make.comment({ post_id: shown, author_id: victim.id }),
  ];

  for (const ofViewer of feeds.slice(0, 2)) {
    for (const [index, feed] of ofViewer.entries()) {
      await feed.until(String(last[index]?.id));
      expect(JSON.stringify(feed.events)).not.toMatch(/canary/i);
      expect(feed.ids).toEqual([last[index]?.id]);
    }
  }
  // Editors may look at hidden comments, but not at drafts or addresses.
  for (const feed of feeds[2] ?? [])
    expect(JSON.stringify(feed.events)).not.toMatch(/canary (in|below) the draft|canary@|canary-tag/i);
});
