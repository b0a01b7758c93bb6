import { Collection, type Opt, type Ref } from '@mikro-orm/core';
import { Entity, ManyToOne, OneToMany, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { Field, ID, Int, ObjectType } from 'type-graphql';
import { text } from '../../core/columns.js';
import { newId } from '../../core/id.js';
import { Node } from '../../core/node.js';

/** All of it is read with `ctx.read`, so that no field needs a resolver: see `ctx.loaders.row`. */
@Entity({ tableName: 'categories' })
@ObjectType('Category', {
  simpleResolvers: true,
  implements: Node,
  description: 'A place in the tree of what the posts are about. A post stands in one category at most.',
})
export class Category implements Node {
  @PrimaryKey({ type: 'uuid' })
  @Field(() => ID, { description: 'A UUID.' })
  id: Opt<string> = newId();

  @Property(text())
  @Field(() => String, { description: 'Unique, in any case, below its parent.' })
  name!: string;

  /** The name as it is compared: see `nameKey`. */
  @Property(text())
  key!: string;

  @Property(text({ unique: true }))
  @Field(() => String, {
    description:
      'Unique, for links; follows the name, Chinese as pinyin. Slugs that it had before lead to it.',
  })
  slug!: string;

  @ManyToOne(() => Category, { ref: true, nullable: true, index: true })
  @Field(() => Category, { nullable: true, description: 'The category above it; null for a root.' })
  parent: Opt<Ref<Category>> | null = null;

  @OneToMany(
    () => Category,
    (category) => category.parent,
    { orderBy: { key: 'asc' } },
  )
  @Field(() => [Category], { description: 'The categories right below it, by name.' })
  children: Opt<Collection<Category>> = new Collection<Category>(this);

  /** Ids from the root down to its own: what is below a category has that one's id in here. */
  @Property({ type: 'array', columnType: 'uuid[]' })
  lineage!: string[];

  @Property({
    type: 'integer',
    formula: ({ id }) =>
      `select count(*)::int from posts where status = 'PUBLISHED' and category_id in
        (select below.id from categories below where ${id} = any(below.lineage))`,
    lazy: true,
  })
  @Field(() => Int, {
    description: 'How many published posts stand in it or below it: the same for every viewer.',
  })
  postCount?: number;
}

/** A slug that a category had. */
@Entity({ tableName: 'category_slugs' })
export class CategorySlug {
  @PrimaryKey(text())
  slug!: string;

  @ManyToOne(() => Category, { ref: true, fieldName: 'category_id', index: true, deleteRule: 'cascade' })
  owner!: Ref<Category>;
}
