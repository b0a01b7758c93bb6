import { Connection } from '../../core/page.js';
import { Post } from './post.entity.js';

export const PostConnection = Connection(Post, 'Post');
