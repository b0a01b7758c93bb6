import { Migration } from '@mikro-orm/migrations';

export class Migration20261121080100_former_tag_slugs extends Migration {
  override name = 'Migration20261121080100_former_tag_slugs';

  override up(): void {
    this.addSql(
      `create table "tag_slugs" ("slug" text not null, "tag_id" uuid not null, primary key ("slug"));`,
    );
    this.addSql(`create index "tag_slugs_tag_id_index" on "tag_slugs" ("tag_id");`);
    this.addSql(
      `alter table "tag_slugs" add constraint "tag_slugs_tag_id_foreign" foreign key ("tag_id") references "tags" ("id") on delete cascade;`,
    );
    this.addSql(
      `create trigger announce_change after insert or update or delete or truncate on "tag_slugs" for each statement execute function announce_change();`,
    );
  }

  override down(): void {
    this.addSql(`drop table "tag_slugs";`);
  }
}
