import { Migration } from '@mikro-orm/migrations';

/** Nothing is announced when a working copy changes: guests are told nothing of it, and nothing else is kept. */
export class Migration20261121081200_post_drafts extends Migration {
  override name = 'Migration20261121081200_post_drafts';

  override up(): void {
    this.addSql(`alter table "posts" add "drafted_version" int not null default 0;`);
    this.addSql(
      `create table "post_drafts" ("post_id" uuid not null, "changes" jsonb not null, "version" int not null, "updated_at" timestamptz(3) not null, "author_id" uuid not null, primary key ("post_id"));`,
    );
    this.addSql(
      `alter table "post_drafts" add constraint "post_drafts_post_id_foreign" foreign key ("post_id") references "posts" ("id") on update cascade on delete cascade;`,
    );
    this.addSql(
      `alter table "post_drafts" add constraint "post_drafts_author_id_foreign" foreign key ("author_id") references "users" ("id");`,
    );
  }

  override down(): void {
    this.addSql(`drop table "post_drafts";`);
    this.addSql(`alter table "posts" drop column "drafted_version";`);
  }
}
