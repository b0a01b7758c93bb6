import { Connection } from '../../core/page.js';
import { Comment } from './comment.entity.js';

export const CommentConnection = Connection(Comment, 'Comment');
