import type { EntityManager } from '@mikro-orm/postgresql';
import { loadById } from '../../core/loader.js';
import { User } from './user.entity.js';

/** Users by id. */
export const createUserLoader = (em: () => EntityManager) => loadById(em, User);
