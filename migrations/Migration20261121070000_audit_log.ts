import { Migration } from '@mikro-orm/migrations';

/** The audit log can only grow. */
export class Migration20261121070000_audit_log extends Migration {
  override name = 'Migration20261121070000_audit_log';

  override up(): void {
    this.addSql(
      `create table "audit_events" ("id" uuid not null, "action" text not null, "actor_id" uuid null, "subject_id" uuid null, "created_at" timestamptz(3) not null, "detail" text null, "request_id" text null, "network" text null, primary key ("id"));`,
    );
    this.addSql(`create index "audit_events_created_at_id_index" on "audit_events" ("created_at", "id");`);
    this.addSql(`
      create function refuse_change() returns trigger language plpgsql as $$
      begin
        raise exception '% is append-only', tg_table_name;
      end $$;`);
    this.addSql(
      `create trigger append_only before update or delete or truncate on "audit_events" for each statement execute function refuse_change();`,
    );
  }

  override down(): void {
    this.addSql(`drop table "audit_events";`);
    this.addSql(`drop function refuse_change();`);
  }
}
