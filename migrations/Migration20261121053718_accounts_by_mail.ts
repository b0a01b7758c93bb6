import { Migration } from '@mikro-orm/migrations';

export class Migration20261121053718_accounts_by_mail extends Migration {
  override name = 'Migration20261121053718_accounts_by_mail';

  override up(): void | Promise<void> {
    this.addSql(
      `create table "one_time_tokens" ("user_id" uuid not null, "purpose" text not null, "hash" text not null, "email" text not null, "expires_at" timestamptz(3) not null, primary key ("user_id", "purpose"));`,
    );
    this.addSql(
      `alter table "one_time_tokens" add constraint "one_time_tokens_hash_unique" unique ("hash");`,
    );

    this.addSql(
      `alter table "users" add "email_verified" boolean not null default false, add "locale" text not null default 'en';`,
    );
    this.addSql(`alter table "users" add constraint "users_locale_check" check ("locale" in ('en', 'zh'));`);

    this.addSql(
      `alter table "one_time_tokens" add constraint "one_time_tokens_user_id_foreign" foreign key ("user_id") references "users" ("id") on delete cascade;`,
    );
    this.addSql(
      `alter table "one_time_tokens" add constraint "one_time_tokens_purpose_check" check ("purpose" in ('CONFIRM_EMAIL', 'RESET_PASSWORD'));`,
    );
  }

  override down(): void | Promise<void> {
    this.addSql(`drop table if exists "one_time_tokens" cascade;`);

    this.addSql(`alter table "users" drop constraint "users_locale_check";`);
    this.addSql(`alter table "users" drop column "email_verified", drop column "locale";`);
  }
}
