import { Migration } from '@mikro-orm/migrations';

/**
 * What becomes visible is numbered in the order of the commits: who takes a number holds on to it until the end of the
 * transaction, and comes after everything that it waits for. So whoever has read up to a number has missed nothing.
 */
export class Migration20261121086000_announcements extends Migration {
  override name = 'Migration20261121086000_announcements';

  override up(): void {
    this.addSql(
      `create table "announcements" ("id" uuid not null, "number" int not null, "post_id" uuid not null, "comment_id" uuid null, primary key ("id"));`,
    );
    this.addSql(
      `alter table "announcements" add constraint "announcements_number_unique" unique ("number");`,
    );
    this.addSql('create sequence announcement_numbers as int;');
    this.addSql(`
      create function announce(subject uuid, post uuid, comment uuid, topic text) returns void language plpgsql as $$
      declare
        own int;
      begin
        perform pg_advisory_xact_lock(hashtextextended('announcements', 0));
        own := nextval('announcement_numbers');
        insert into announcements (id, number, post_id, comment_id) values (subject, own, post, comment)
          on conflict (id) do update set number = excluded.number;
        perform pg_notify('inkstone_news', topic || ' ' || own);
        if own % 1000 = 0 then
          delete from announcements where number < own - 10000;
        end if;
      end $$;`);
    this.addSql(`
      create function announce_post() returns trigger language plpgsql as $$
      begin
        perform announce(new.id, new.id, null, 'posts');
        return null;
      end $$;`);
    this.addSql(`
      create function announce_comment() returns trigger language plpgsql as $$
      begin
        perform announce(new.id, new.post_id, new.id, new.post_id::text);
        return null;
      end $$;`);
    this.addSql(
      `create trigger announce_new after insert on "posts" for each row when (new."status" = 'PUBLISHED') execute function announce_post();`,
    );
    this.addSql(
      `create trigger announce_published after update of "status" on "posts" for each row when (new."status" = 'PUBLISHED' and old."status" <> 'PUBLISHED') execute function announce_post();`,
    );
    this.addSql(
      `create trigger announce_new after insert on "comments" for each row execute function announce_comment();`,
    );
  }

  override down(): void {
    this.addSql('drop function announce_comment() cascade;');
    this.addSql('drop function announce_post() cascade;');
    this.addSql('drop function announce(uuid, uuid, uuid, text);');
    this.addSql('drop sequence announcement_numbers;');
    this.addSql('drop table "announcements";');
  }
}
