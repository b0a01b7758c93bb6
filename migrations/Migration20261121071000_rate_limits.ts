import { Migration } from '@mikro-orm/migrations';

/** As rate-limiter-flexible wants it, which counts in it. */
export class Migration20261121071000_rate_limits extends Migration {
  override name = 'Migration20261121071000_rate_limits';

  override up(): void {
    this.addSql(
      `create table "rate_limits" ("key" text not null, "points" int not null, "expire" bigint null, primary key ("key"));`,
    );
  }

  override down(): void {
    this.addSql('drop table "rate_limits";');
  }
}
