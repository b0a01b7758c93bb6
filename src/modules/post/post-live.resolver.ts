import { Arg, ID, Resolver, Root, Subscription } from 'type-graphql';
import { selectionOf } from '../../read/selection.js';
import { Post } from './post.entity.js';
import { followPosts } from './post-live.service.js';

@Resolver(() => Post)
export class PostLiveResolver {
  @Subscription(() => Post, {
    description:
      'Each post when it is published, at once or at its time, in the order of publication. Over a WebSocket. Everyone.',
    subscribe: ({ context, args, info }) => followPosts(context, args.tag, args.after, selectionOf(info)),
  })
  postPublished(
    @Root() post: Post,
    @Arg('tag', () => String, {
      nullable: true,
      description: 'Only posts with the tag of this name or slug.',
    })
    _tag: string | null,
    @Arg('after', () => ID, {
      nullable: true,
      description:
        'The post that was received last: what was published after it comes first. BAD_USER_INPUT when that is more than 100 posts, or not known any more.',
    })
    _after: string | null,
  ): Post {
    return post;
  }
}
