import { Connection } from '../../core/page.js';
import { Image } from './image.entity.js';

export const ImageConnection = Connection(Image, 'Image');
