import type { Opt } from '@mikro-orm/core';
import { Entity, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
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

  /** The name as it is compared: see `tagKey`. */
  @Property(text({ unique: true }))
  key!: string;

  @Property(text({ unique: true }))
  @Field(() => String, { description: 'Unique, for links; Chinese names become pinyin.' })
  slug!: string;

  /** How many published posts carry it: the same for everyone. Read with `ctx.read`. */
  @Property({
    type: 'integer',
    formula: (tag) => `select count(*)::int from post_tags where tag_id = ${tag.id} and published`,
    lazy: true,
  })
  postCount?: number;
}
