import { Migration } from '@mikro-orm/migrations';

export class Migration20261121085000_images extends Migration {
  override name = 'Migration20261121085000_images';

  override up(): void | Promise<void> {
    this.addSql(
      `create table "images" ("id" uuid not null, "filename" text not null, "format" text not null, "width" int not null, "height" int not null, "frames" int not null, "size" int not null, "sha256" text not null, "alt" text not null, "visibility" text not null, "placeholder" text not null, "created_at" timestamptz(3) not null, "owner_id" uuid not null, primary key ("id"));`,
    );
    this.addSql(
      `create index "images_owner_id_created_at_id_index" on "images" ("owner_id", "created_at", "id");`,
    );
    this.addSql(
      `alter table "images" add constraint "images_owner_id_sha256_unique" unique ("owner_id", "sha256");`,
    );
    this.addSql(
      `create table "image_files" ("key" text not null, "image_id" uuid not null, "size" int not null, "made_at" timestamptz(3) not null, primary key ("key"));`,
    );
    this.addSql(`create index "image_files_image_id_index" on "image_files" ("image_id");`);
    this.addSql(
      `alter table "images" add constraint "images_owner_id_foreign" foreign key ("owner_id") references "users" ("id");`,
    );
    this.addSql(
      `alter table "images" add constraint "images_format_check" check ("format" in ('JPEG', 'PNG', 'GIF', 'WEBP', 'AVIF'));`,
    );
    this.addSql(
      `alter table "images" add constraint "images_visibility_check" check ("visibility" in ('PRIVATE', 'UNLISTED', 'PUBLIC'));`,
    );
    this.addSql(
      `create trigger announce_change after insert or update or delete or truncate on "images" for each statement execute function announce_change();`,
    );
  }

  override down(): void | Promise<void> {
    this.addSql(`drop table if exists "image_files" cascade;`);
    this.addSql(`drop table if exists "images" cascade;`);
  }
}
