import type { Opt, Ref } from '@mikro-orm/core';
import { Entity, ManyToOne, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { Field, ID, ObjectType } from 'type-graphql';
import { text } from '../../core/columns.js';
import { newId } from '../../core/id.js';
import { Node } from '../../core/node.js';

@Entity({ tableName: 'tags' })
@ObjectType('Tag', {
  simpleResolvers: true,
  implements: Node,
  description: 'A word that posts are found by.',
})
export class Tag implements Node {
  @PrimaryKey({ type: 'uuid' })
  @Field(() => ID, { description: 'A UUID.' })
  id: Opt<string> = newId();

  @Property(text())
  @Field(() => String, { description: 'As its first user wrote it. Unique in any case.' })
  name!: string;

  /** The name as it is compared: see `nameKey`. */
  @Property(text({ unique: true }))
  key!: string;

  @Property(text({ unique: true }))
  @Field(() => String, {
    description:
      'Unique, for links; follows the name, Chinese as pinyin. Slugs that it had before lead to it.',
  })
  slug!: string;

  /** How many published posts carry it: the same for everyone. Read with `ctx.read`. */
  @Property({
    type: 'integer',
    formula: (tag) => `select count(*)::int from post_tags where tag_id = ${tag.id} and published`,
    lazy: true,
  })
  postCount?: number;
}

/** A slug that a tag had, or one that was merged into it. */
@Entity({ tableName: 'tag_slugs' })
export class TagSlug {
  @PrimaryKey(text())
  slug!: string;

  @ManyToOne(() => Tag, { ref: true, fieldName: 'tag_id', index: true, deleteRule: 'cascade' })
  owner!: Ref<Tag>;
}
