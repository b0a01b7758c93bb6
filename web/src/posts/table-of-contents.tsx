import type { PostDetailFragment } from '../gql/graphql';

/** Fewer headings are seen at a glance. */
const fewest = 3;

export function TableOfContents({ toc }: Pick<PostDetailFragment, 'toc'>) {
  if (toc.length < fewest) return null;
  return (
    <details className="contents">
      <summary>Contents</summary>
      <ul lang="" dir="auto">
        {toc.map(({ id, text, level }) => (
          <li key={id} data-level={level}>
            <a href={`#${id}`}>{text}</a>
          </li>
        ))}
      </ul>
    </details>
  );
}
