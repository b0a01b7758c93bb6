import { Arg, ID, Resolver, Root, Subscription } from 'type-graphql';
import { selectionOf } from '../../read/selection.js';
import { Comment } from './comment.entity.js';
import { followComments } from './comment-live.service.js';

@Resolver(() => Comment)
export class CommentLiveResolver {
  @Subscription(() => Comment, {
    description:
      'Each comment on a post, replies too, when it is written, but not what has been hidden or deleted by then. Over a WebSocket. NOT_FOUND unless the viewer may read the post.',
    subscribe: ({ context, args, info }) =>
      followComments(context, args.postId, args.after, selectionOf(info)),
  })
  commentAdded(
    @Root() comment: Comment,
    @Arg('postId', () => ID, { description: 'The post.' }) _postId: string,
    @Arg('after', () => ID, {
      nullable: true,
      description:
        'The comment on this post that was received last: what was written after it comes first. BAD_USER_INPUT when that is more than 100 comments, or not known any more.',
    })
    _after: string | null,
  ): Comment {
    return comment;
  }
}
