import { Migration } from '@mikro-orm/migrations';

/**
 * Each link between a post and a tag knows whether the post is published, so that an index alone counts the posts of
 * a tag. A new link waits for whoever is changing its post, and locks it, so that the two never differ.
 */
export class Migration20261121080000_count_tags extends Migration {
  override name = 'Migration20261121080000_count_tags';

  override up(): void {
    this.addSql(`alter table "post_tags" add "published" boolean not null default false;`);
    this.addSql(
      `update "post_tags" set "published" = true from "posts" where "posts"."id" = "post_id" and "status" = 'PUBLISHED';`,
    );
    this.addSql(`drop index "post_tags_tag_id_index";`);
    this.addSql(`create index "post_tags_tag_id_published_index" on "post_tags" ("tag_id", "published");`);
    this.addSql(`
      create function note_published() returns trigger language plpgsql as $$
      begin
        select "status" = 'PUBLISHED' into new."published" from "posts" where "id" = new."post_id" for share;
        new."published" = coalesce(new."published", false);
        return new;
      end $$;`);
    this.addSql(
      `create trigger note_published before insert on "post_tags" for each row when (not new."published") execute function note_published();`,
    );
    this.addSql(`
      create function spread_published() returns trigger language plpgsql as $$
      begin
        update "post_tags" set "published" = (new."status" = 'PUBLISHED') where "post_id" = new."id";
        return null;
      end $$;`);
    this.addSql(
      `create trigger spread_published after update of "status" on "posts" for each row when ((old."status" = 'PUBLISHED') <> (new."status" = 'PUBLISHED')) execute function spread_published();`,
    );
  }

  override down(): void {
    this.addSql(`drop function spread_published() cascade;`);
    this.addSql(`drop function note_published() cascade;`);
    this.addSql(`drop index "post_tags_tag_id_published_index";`);
    this.addSql(`create index "post_tags_tag_id_index" on "post_tags" ("tag_id");`);
    this.addSql(`alter table "post_tags" drop column "published";`);
  }
}
