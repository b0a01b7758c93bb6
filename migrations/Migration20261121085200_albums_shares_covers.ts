import { Migration } from '@mikro-orm/migrations';

/** Which posts show an image is kept by a trigger, whoever writes them: a link for the cover, and one for each mention. */
const linkImages = `
  create function link_images() returns trigger language plpgsql as $$
  begin
    delete from post_images where post_id = new.id;
    insert into post_images (post_id, image_id, is_cover)
    select new.id, id, coalesce(id = new.cover_id, false) from images
    where id = new.cover_id or id in (
      select lower(mention[1])::uuid from regexp_matches(
        new.content,
        '/images/([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})',
        'gi'
      ) as mention
    );
    return null;
  end $$;`;

export class Migration20261121085200_albums_shares_covers extends Migration {
  override name = 'Migration20261121085200_albums_shares_covers';

  override up(): void | Promise<void> {
    this.addSql(
      `create table "albums" ("id" uuid not null, "name" text not null, "visibility" text not null, "created_at" timestamptz(3) not null, "owner_id" uuid not null, primary key ("id"));`,
    );
    this.addSql(
      `create index "albums_owner_id_created_at_id_index" on "albums" ("owner_id", "created_at", "id");`,
    );
    this.addSql(
      `alter table "albums" add constraint "albums_owner_id_foreign" foreign key ("owner_id") references "users" ("id") on delete cascade;`,
    );
    this.addSql(
      `alter table "albums" add constraint "albums_visibility_check" check ("visibility" in ('PRIVATE', 'UNLISTED', 'PUBLIC'));`,
    );
    this.addSql(`alter table "images" add "album_id" uuid null;`);
    this.addSql(
      `create index "images_album_id_created_at_id_index" on "images" ("album_id", "created_at", "id");`,
    );
    this.addSql(
      `alter table "images" add constraint "images_album_id_foreign" foreign key ("album_id") references "albums" ("id") on delete set null;`,
    );
    this.addSql(
      `create table "image_shares" ("id" uuid not null, "expires_at" timestamptz(3) null, "created_at" timestamptz(3) not null, "image_id" uuid not null, primary key ("id"));`,
    );
    this.addSql(`create index "image_shares_image_id_index" on "image_shares" ("image_id");`);
    this.addSql(
      `alter table "image_shares" add constraint "image_shares_image_id_foreign" foreign key ("image_id") references "images" ("id") on delete cascade;`,
    );
    this.addSql(`alter table "users" add "avatar_id" uuid null;`);
    this.addSql(`create index "users_avatar_id_index" on "users" ("avatar_id");`);
    this.addSql(`alter table "posts" add "cover_id" uuid null;`);
    this.addSql(`create index "posts_cover_id_index" on "posts" ("cover_id");`);
    this.addSql(
      `alter table "posts" add constraint "posts_cover_id_foreign" foreign key ("cover_id") references "images" ("id") on delete set null;`,
    );
    this.addSql(
      `create table "post_images" ("post_id" uuid not null, "image_id" uuid not null, "is_cover" boolean not null, primary key ("post_id", "image_id"));`,
    );
    this.addSql(`create index "post_images_image_id_index" on "post_images" ("image_id");`);
    this.addSql(
      `alter table "post_images" add constraint "post_images_post_id_foreign" foreign key ("post_id") references "posts" ("id") on delete cascade;`,
    );
    this.addSql(
      `alter table "post_images" add constraint "post_images_image_id_foreign" foreign key ("image_id") references "images" ("id") on delete cascade;`,
    );
    this.addSql(linkImages);
    this.addSql(
      `create trigger link_new_images after insert on "posts" for each row when (new.cover_id is not null or new.content ilike '%/images/%') execute function link_images();`,
    );
    this.addSql(
      `create trigger link_images after update of content, cover_id on "posts" for each row when (new.cover_id is distinct from old.cover_id or new.content <> old.content) execute function link_images();`,
    );
    for (const table of ['albums', 'image_shares', 'post_images']) {
      this.addSql(
        `create trigger announce_change after insert or update or delete or truncate on "${table}" for each statement execute function announce_change();`,
      );
    }
  }

  override down(): void | Promise<void> {
    this.addSql(`drop function link_images() cascade;`);
    this.addSql(`drop table "post_images";`);
    this.addSql(`drop index "posts_cover_id_index";`);
    this.addSql(`alter table "posts" drop constraint "posts_cover_id_foreign";`);
    this.addSql(`alter table "posts" drop column "cover_id";`);
    this.addSql(`drop index "users_avatar_id_index";`);
    this.addSql(`alter table "users" drop column "avatar_id";`);
    this.addSql(`drop table "image_shares";`);
    this.addSql(`drop index "images_album_id_created_at_id_index";`);
    this.addSql(`alter table "images" drop constraint "images_album_id_foreign";`);
    this.addSql(`alter table "images" drop column "album_id";`);
    this.addSql(`drop table "albums";`);
  }
}
