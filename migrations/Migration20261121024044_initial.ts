import { Migration } from '@mikro-orm/migrations';

export class Migration20261121024044_initial extends Migration {
  override name = 'Migration20261121024044_initial';

  override up(): void | Promise<void> {
    this.addSql(
      `create table "tags" ("id" uuid not null, "name" text not null, "key" text not null, "slug" text not null, primary key ("id"));`,
    );
    this.addSql(`alter table "tags" add constraint "tags_key_unique" unique ("key");`);
    this.addSql(`alter table "tags" add constraint "tags_slug_unique" unique ("slug");`);

    this.addSql(
      `create table "users" ("id" uuid not null, "username" text not null, "username_key" text not null, "display_name" text not null, "bio" text null, "email" text null, "password_hash" text not null, "role" text not null default 'USER', "status" text not null default 'ACTIVE', "created_at" timestamptz(3) not null, "updated_at" timestamptz(3) not null, primary key ("id"));`,
    );
    this.addSql(`alter table "users" add constraint "users_username_key_unique" unique ("username_key");`);
    this.addSql(`alter table "users" add constraint "users_email_unique" unique ("email");`);

    this.addSql(
      `create table "sessions" ("id" uuid not null, "user_id" uuid not null, "user_agent" text null, "created_at" timestamptz(3) not null, "last_used_at" timestamptz(3) not null, "expires_at" timestamptz(3) not null, "revoked_at" timestamptz(3) null, primary key ("id"));`,
    );
    this.addSql(`create index "sessions_user_id_index" on "sessions" ("user_id");`);

    this.addSql(
      `create table "refresh_tokens" ("hash" text not null, "session_id" uuid not null, "created_at" timestamptz(3) not null, "used_at" timestamptz(3) null, primary key ("hash"));`,
    );
    this.addSql(`create index "refresh_tokens_session_id_index" on "refresh_tokens" ("session_id");`);

    this.addSql(
      `create table "posts" ("id" uuid not null, "slug" text not null, "title" text not null, "content" text not null, "summary" text not null, "reading_minutes" int not null, "status" text not null, "published_at" timestamptz(3) null, "created_at" timestamptz(3) not null, "updated_at" timestamptz(3) not null, "listed_at" timestamptz(3) generated always as (coalesce("published_at", "created_at")) stored not null, "version" int not null default 1, "author_id" uuid not null, primary key ("id"));`,
    );
    this.addSql(`alter table "posts" add constraint "posts_slug_unique" unique ("slug");`);
    this.addSql(`create index "posts_updated_at_id_index" on "posts" ("updated_at", "id");`);
    this.addSql(
      `create index "posts_author_id_listed_at_id_index" on "posts" ("author_id", "listed_at", "id");`,
    );
    this.addSql(`create index "posts_status_listed_at_id_index" on "posts" ("status", "listed_at", "id");`);

    this.addSql(
      `create table "post_tags" ("post_id" uuid not null, "tag_id" uuid not null, primary key ("post_id", "tag_id"));`,
    );
    this.addSql(`create index "post_tags_tag_id_index" on "post_tags" ("tag_id");`);

    this.addSql(
      `alter table "users" add constraint "users_role_check" check ("role" in ('USER', 'EDITOR', 'ADMIN'));`,
    );
    this.addSql(
      `alter table "users" add constraint "users_status_check" check ("status" in ('ACTIVE', 'DISABLED'));`,
    );

    this.addSql(
      `alter table "sessions" add constraint "sessions_user_id_foreign" foreign key ("user_id") references "users" ("id") on delete cascade;`,
    );

    this.addSql(
      `alter table "refresh_tokens" add constraint "refresh_tokens_session_id_foreign" foreign key ("session_id") references "sessions" ("id") on delete cascade;`,
    );

    this.addSql(
      `alter table "posts" add constraint "posts_author_id_foreign" foreign key ("author_id") references "users" ("id");`,
    );
    this.addSql(
      `alter table "posts" add constraint "posts_status_check" check ("status" in ('DRAFT', 'PUBLISHED'));`,
    );

    this.addSql(
      `alter table "post_tags" add constraint "post_tags_post_id_foreign" foreign key ("post_id") references "posts" ("id") on update cascade on delete cascade;`,
    );
    this.addSql(
      `alter table "post_tags" add constraint "post_tags_tag_id_foreign" foreign key ("tag_id") references "tags" ("id") on update cascade on delete cascade;`,
    );
  }

  override down(): void | Promise<void> {
    this.addSql(`alter table "post_tags" drop constraint "post_tags_tag_id_foreign";`);
    this.addSql(`alter table "sessions" drop constraint "sessions_user_id_foreign";`);
    this.addSql(`alter table "posts" drop constraint "posts_author_id_foreign";`);
    this.addSql(`alter table "refresh_tokens" drop constraint "refresh_tokens_session_id_foreign";`);
    this.addSql(`alter table "post_tags" drop constraint "post_tags_post_id_foreign";`);

    this.addSql(`drop table if exists "tags" cascade;`);
    this.addSql(`drop table if exists "users" cascade;`);
    this.addSql(`drop table if exists "sessions" cascade;`);
    this.addSql(`drop table if exists "refresh_tokens" cascade;`);
    this.addSql(`drop table if exists "posts" cascade;`);
    this.addSql(`drop table if exists "post_tags" cascade;`);
  }
}
