import { Migration } from '@mikro-orm/migrations';

export class Migration20261121081000_schedule_posts extends Migration {
  override name = 'Migration20261121081000_schedule_posts';

  override up(): void {
    this.addSql(`alter table "posts" drop constraint "posts_status_check";`);
    this.addSql(
      `alter table "posts" add constraint "posts_status_check" check ("status" in ('DRAFT', 'SCHEDULED', 'PUBLISHED'));`,
    );
  }

  override down(): void {
    this.addSql(`update "posts" set "status" = 'DRAFT', "published_at" = null where "status" = 'SCHEDULED';`);
    this.addSql(`alter table "posts" drop constraint "posts_status_check";`);
    this.addSql(
      `alter table "posts" add constraint "posts_status_check" check ("status" in ('DRAFT', 'PUBLISHED'));`,
    );
  }
}
