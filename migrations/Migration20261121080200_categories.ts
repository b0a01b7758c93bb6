import { Migration } from '@mikro-orm/migrations';

export class Migration20261121080200_categories extends Migration {
  override name = 'Migration20261121080200_categories';

  override up(): void {
    this.addSql(
      `create table "categories" ("id" uuid not null, "name" text not null, "key" text not null, "slug" text not null, "parent_id" uuid null, "lineage" uuid[] not null, primary key ("id"));`,
    );
    this.addSql(`alter table "categories" add constraint "categories_slug_unique" unique ("slug");`);
    this.addSql(`create index "categories_parent_id_index" on "categories" ("parent_id");`);
    this.addSql(
      `alter table "categories" add constraint "categories_parent_id_foreign" foreign key ("parent_id") references "categories" ("id") on delete set null;`,
    );

    this.addSql(
      `create table "category_slugs" ("slug" text not null, "category_id" uuid not null, primary key ("slug"));`,
    );
    this.addSql(`create index "category_slugs_category_id_index" on "category_slugs" ("category_id");`);
    this.addSql(
      `alter table "category_slugs" add constraint "category_slugs_category_id_foreign" foreign key ("category_id") references "categories" ("id") on delete cascade;`,
    );

    this.addSql(`alter table "posts" add "category_id" uuid null;`);
    this.addSql(
      `alter table "posts" add constraint "posts_category_id_foreign" foreign key ("category_id") references "categories" ("id") on delete set null;`,
    );
    this.addSql(
      `create index "posts_category_id_status_listed_at_id_index" on "posts" ("category_id", "status", "listed_at", "id");`,
    );

    for (const table of ['categories', 'category_slugs']) {
      this.addSql(
        `create trigger announce_change after insert or update or delete or truncate on "${table}" for each statement execute function announce_change();`,
      );
    }
  }

  override down(): void {
    this.addSql(`alter table "posts" drop column "category_id";`);
    this.addSql(`drop table "category_slugs";`);
    this.addSql(`drop table "categories";`);
  }
}
