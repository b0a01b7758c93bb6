import { Migration } from '@mikro-orm/migrations';

export class Migration20261121080300_former_post_slugs extends Migration {
  override name = 'Migration20261121080300_former_post_slugs';

  override up(): void {
    this.addSql(
      `create table "post_slugs" ("slug" text not null, "post_id" uuid not null, primary key ("slug"));`,
    );
    this.addSql(`create index "post_slugs_post_id_index" on "post_slugs" ("post_id");`);
    this.addSql(
      `alter table "post_slugs" add constraint "post_slugs_post_id_foreign" foreign key ("post_id") references "posts" ("id") on delete cascade;`,
    );
    this.addSql(
      `create trigger announce_change after insert or update or delete or truncate on "post_slugs" for each statement execute function announce_change();`,
    );
  }

  override down(): void {
    this.addSql(`drop table "post_slugs";`);
  }
}
