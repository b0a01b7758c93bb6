import { Migration } from '@mikro-orm/migrations';

/** A post that is deleted takes all its comments with it, not only those that are counted. */
export class Migration20261121082500_find_comments_of_post extends Migration {
  override name = 'Migration20261121082500_find_comments_of_post';

  override up(): void {
    this.addSql(`drop index "comments_post_id_index";`);
    this.addSql(
      `create index "comments_post_id_hidden_deleted_index" on "comments" ("post_id", "hidden", "deleted");`,
    );
  }

  override down(): void {
    this.addSql(`drop index "comments_post_id_hidden_deleted_index";`);
    this.addSql(
      `create index "comments_post_id_index" on "comments" ("post_id") where not hidden and not deleted;`,
    );
  }
}
