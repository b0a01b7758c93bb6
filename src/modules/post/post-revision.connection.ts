import { Connection } from '../../core/page.js';
import { PostRevision } from './post-revision.entity.js';

export const PostRevisionConnection = Connection(PostRevision, 'PostRevision');
