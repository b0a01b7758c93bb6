import { Migration } from '@mikro-orm/migrations';

const everyChange = 'after insert or update or delete';

/** Every committed change is announced, whoever makes it: caches in all processes live by it. */
export class Migration20261121060000_announce_changes extends Migration {
  override name = 'Migration20261121060000_announce_changes';

  override up(): void {
    this.addSql(`
      create function announce_change() returns trigger language plpgsql as $$
      begin
        if tg_level = 'STATEMENT' then
          perform pg_notify('inkstone_changes', tg_table_name);
        elsif tg_op = 'DELETE' then
          perform pg_notify('inkstone_changes', tg_table_name || ' ' || old.id);
        else
          perform pg_notify('inkstone_changes', tg_table_name || ' ' || new.id);
        end if;
        return null;
      end $$;`);
    for (const table of ['posts', 'tags', 'post_tags']) {
      this.addSql(
        `create trigger announce_change ${everyChange} or truncate on "${table}" for each statement execute function announce_change();`,
      );
    }
    for (const table of ['users', 'sessions']) {
      this.addSql(
        `create trigger announce_change ${everyChange} on "${table}" for each row execute function announce_change();`,
      );
      this.addSql(
        `create trigger announce_truncate after truncate on "${table}" for each statement execute function announce_change();`,
      );
    }
  }

  override down(): void {
    this.addSql('drop function announce_change() cascade;');
  }
}
