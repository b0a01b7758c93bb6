import DataLoader from 'dataloader';
import type { Page } from '../core/page.js';
import type { PageQuery, Reader } from './read.js';
import type { AskedField } from './resolving.js';

/** What a field asks for of its object, the owner of a page. */
type OwnPage<T> = Omit<PageQuery<T>, 'connection'> & { owner: string; field: AskedField };

/** Pages of the objects of a list: one statement for all that the same field of a document asks for. */
export type PageLoader = { load: <T extends { id: string }>(wanted: OwnPage<T>) => Promise<Page<T>> };

type Row = { id: string };

export function createPageLoader(read: Reader): PageLoader {
  const loaders = new Map<object, DataLoader<string, Page<Row>>>();

  const loaderFor = ({ field, ...query }: OwnPage<Row>) => {
    const loader = loaders.get(field.place) ?? pagesOf(read, { ...query, connection: field.selection });
    loaders.set(field.place, loader);
    return loader;
  };
  return { load: (wanted) => loaderFor(wanted as never).load(wanted.owner) as never };
}

const pagesOf = (read: Reader, query: PageQuery<Row>): DataLoader<string, Page<Row>> =>
  new DataLoader(async (owners) => {
    const pages = await read.pages(owners, query);
    return owners.map((owner) => pages.get(owner) as Page<Row>);
  });
