import { Migration } from '@mikro-orm/migrations';

export class Migration20261121054324_list_users extends Migration {
  override name = 'Migration20261121054324_list_users';

  override up(): void | Promise<void> {
    this.addSql(`create index "users_created_at_id_index" on "users" ("created_at", "id");`);
  }

  override down(): void | Promise<void> {
    this.addSql(`drop index "users_created_at_id_index";`);
  }
}
