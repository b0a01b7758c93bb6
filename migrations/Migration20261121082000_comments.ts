import { Migration } from '@mikro-orm/migrations';

export class Migration20261121082000_comments extends Migration {
  override name = 'Migration20261121082000_comments';

  override up(): void {
    this.addSql(
      `create table "comments" ("id" uuid not null, "body" text not null, "hidden" boolean not null default false, "deleted" boolean not null default false, "level" int not null, "post_id" uuid not null, "parent_id" uuid null, "author_id" uuid not null, "created_at" timestamptz(3) not null, "updated_at" timestamptz(3) not null, primary key ("id"));`,
    );
    this.addSql(
      `create index "comments_post_id_created_at_id_index" on "comments" ("post_id", "created_at", "id") where parent_id is null;`,
    );
    this.addSql(
      `create index "comments_parent_id_created_at_id_index" on "comments" ("parent_id", "created_at", "id");`,
    );
    this.addSql(
      `create index "comments_post_id_index" on "comments" ("post_id") where not hidden and not deleted;`,
    );
    this.addSql(`create index "comments_author_id_index" on "comments" ("author_id");`);
    this.addSql(
      `alter table "comments" add constraint "comments_post_id_foreign" foreign key ("post_id") references "posts" ("id") on delete cascade;`,
    );
    this.addSql(
      `alter table "comments" add constraint "comments_parent_id_foreign" foreign key ("parent_id") references "comments" ("id");`,
    );
    this.addSql(
      `alter table "comments" add constraint "comments_author_id_foreign" foreign key ("author_id") references "users" ("id");`,
    );
    this.addSql(
      `create trigger announce_change after insert or update or delete or truncate on "comments" for each statement execute function announce_change();`,
    );
  }

  override down(): void {
    this.addSql(`drop table "comments";`);
  }
}
