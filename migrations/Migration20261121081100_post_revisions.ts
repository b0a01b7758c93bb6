import { Migration } from '@mikro-orm/migrations';

/** Nothing is announced: guests are told nothing of revisions, and nothing else is kept. */
export class Migration20261121081100_post_revisions extends Migration {
  override name = 'Migration20261121081100_post_revisions';

  override up(): void {
    this.addSql(
      `create table "post_revisions" ("id" uuid not null, "post_id" uuid not null, "version" int not null, "title" text not null, "content" text not null, "created_at" timestamptz(3) not null, "author_id" uuid not null, primary key ("id"));`,
    );
    this.addSql(
      `insert into "post_revisions" select gen_random_uuid(), "id", "version", "title", "content", "updated_at", "author_id" from "posts";`,
    );
    this.addSql(
      `alter table "post_revisions" add constraint "post_revisions_post_id_version_unique" unique ("post_id", "version");`,
    );
    this.addSql(
      `alter table "post_revisions" add constraint "post_revisions_post_id_foreign" foreign key ("post_id") references "posts" ("id") on delete cascade;`,
    );
    this.addSql(
      `alter table "post_revisions" add constraint "post_revisions_author_id_foreign" foreign key ("author_id") references "users" ("id");`,
    );
  }

  override down(): void {
    this.addSql(`drop table "post_revisions";`);
  }
}
