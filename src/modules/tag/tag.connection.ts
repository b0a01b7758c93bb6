import { Connection } from '../../core/page.js';
import { Tag } from './tag.entity.js';

export const TagConnection = Connection(Tag, 'Tag');
