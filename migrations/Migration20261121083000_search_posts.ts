import { Migration } from '@mikro-orm/migrations';

/** What posts are found by. Their tags stand in it as ids, so that a renamed tag is found by its new name at once. */
export class Migration20261121083000_search_posts extends Migration {
  override name = 'Migration20261121083000_search_posts';

  override up(): void {
    this.addSql(`
      do $$ begin
        create extension if not exists pg_trgm;
      exception when insufficient_privilege or undefined_file or feature_not_supported then
        raise exception 'Search needs the extension pg_trgm, which this role may not create (%). Let a superuser run: create extension pg_trgm', sqlerrm;
      end $$;`);
    this.addSql(
      `create table "post_search" ("post_id" uuid not null, "title" text not null, "text" text not null, "words" tsvector not null, primary key ("post_id"));`,
    );
    this.addSql(
      `alter table "post_search" add constraint "post_search_post_id_foreign" foreign key ("post_id") references "posts" ("id") on delete cascade;`,
    );
    this.addSql(`create index "post_search_words_index" on "post_search" using gin ("words");`);
    this.addSql(`create index "post_search_title_index" on "post_search" using gin ("title" gin_trgm_ops);`);
    this.addSql(
      `create trigger announce_change after insert or update or delete or truncate on "post_search" for each statement execute function announce_change();`,
    );
    this.addSql(`
      create function tag_words(tag_ids uuid[]) returns tsvector language sql immutable as $$
        select coalesce(string_agg('t' || replace(tag_id::text, '-', '') || ':1B', ' '), '')::tsvector from unnest(tag_ids) tag_id
      $$;`);
    this.addSql(`
      create function with_tags(words tsvector, of_post uuid) returns tsvector language sql stable as $$
        select ts_filter(words, '{a,c}') || tag_words(array(select tag_id from post_tags where post_id = of_post))
      $$;`);
    this.addSql(`
      create function index_tags() returns trigger language plpgsql as $$
      begin
        update post_search set words = with_tags(words, post_id)
        where post_id in (select post_id from changed) and words is distinct from with_tags(words, post_id);
        return null;
      end $$;`);
    for (const [event, rows] of [
      ['insert', 'new'],
      ['update', 'new'],
      ['delete', 'old'],
    ]) {
      this.addSql(
        `create trigger index_tags_after_${event} after ${event} on "post_tags" referencing ${rows} table as changed for each statement execute function index_tags();`,
      );
    }
    this.addSql(`
      create function titles_like(word text) returns setof post_search language sql stable
      set pg_trgm.word_similarity_threshold = 0.35 as $$
        select * from post_search where word <% title
      $$;`);
  }

  override down(): void {
    this.addSql('drop function titles_like(text);');
    this.addSql('drop function index_tags() cascade;');
    this.addSql('drop table "post_search";');
    this.addSql('drop function with_tags(tsvector, uuid);');
    this.addSql('drop function tag_words(uuid[]);');
    this.addSql('drop extension pg_trgm;');
  }
}
