import { GraphiQL } from 'graphiql';
import { useMemo, useState } from 'react';
import { useViewer } from '../session/use-session';
import { createFetcher } from './fetcher';

const defaultQuery = `# Run: Ctrl-Enter. To sign in, add a header:
# { "Authorization": "Bearer <token>" }

query Posts {
  posts(first: 10) {
    nodes {
      id
      slug
      title
      excerpt
      publishedAt
      author {
        displayName
      }
      tags {
        name
      }
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
`;

export function Explorer() {
  const viewer = useViewer();
  const [asViewer, setAsViewer] = useState(false);
  const fetcher = useMemo(() => createFetcher(asViewer), [asViewer]);
  return (
    <GraphiQL fetcher={fetcher} defaultQuery={defaultQuery} defaultEditorToolsVisibility="headers">
      <GraphiQL.Logo>
        {viewer ? (
          <label className="as-viewer">
            <input
              type="checkbox"
              checked={asViewer}
              onChange={(event) => setAsViewer(event.target.checked)}
            />
            Ask as {viewer.displayName}
          </label>
        ) : (
          'Inkstone'
        )}
      </GraphiQL.Logo>
    </GraphiQL>
  );
}
