import { Migration } from '@mikro-orm/migrations';

/** Answers to mutations by the keys that clients sent with them. Nothing that is read shows them: no trigger. */
export class Migration20261121084000_idempotency_keys extends Migration {
  override name = 'Migration20261121084000_idempotency_keys';

  override up(): void {
    this.addSql(
      `create table "idempotency_keys" ("user_id" uuid not null, "key" text not null, "request" text not null, "answer" text not null, "created_at" timestamptz(3) not null, primary key ("user_id", "key"));`,
    );
    this.addSql(`create index "idempotency_keys_created_at_index" on "idempotency_keys" ("created_at");`);
    this.addSql(
      `alter table "idempotency_keys" add constraint "idempotency_keys_user_id_foreign" foreign key ("user_id") references "users" ("id") on delete cascade;`,
    );
  }

  override down(): void {
    this.addSql('drop table "idempotency_keys";');
  }
}
