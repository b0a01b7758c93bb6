import { Migration } from '@mikro-orm/migrations';

export class Migration20261121085100_focal_points extends Migration {
  override name = 'Migration20261121085100_focal_points';

  override up(): void | Promise<void> {
    this.addSql(`alter table "images" add "focal_x" real null, add "focal_y" real null;`);
  }

  override down(): void | Promise<void> {
    this.addSql(`alter table "images" drop column "focal_x", drop column "focal_y";`);
  }
}
