import { useApolloClient } from '@apollo/client/react';
import { useState } from 'react';
import { PostByIdDocument, type PostDetailFragment } from '../gql/graphql';
import { ProblemAlert } from '../ui/problem-alert';
import { useInView } from '../ui/use-in-view';
import { useTask } from '../ui/use-task';
import { formatTagNames } from './tag-names';

interface Props {
  postId: string;
  /** What is stored now; null when the server did not say. */
  currentVersion: number | null;
  busy: boolean;
  onOverwrite: (version: number | null) => void;
}

/** Somebody else saved first. The writer's own text stays in the form, whatever they choose here. */
export function StaleNotice({ postId, currentVersion, busy, onOverwrite }: Props) {
  const client = useApolloClient();
  const element = useInView<HTMLElement>(true);
  const [newer, setNewer] = useState<PostDetailFragment | null>(null);
  const { run, problem } = useTask(async () => {
    const query = { query: PostByIdDocument, variables: { id: postId }, fetchPolicy: 'no-cache' } as const;
    setNewer((await client.query(query)).data?.post ?? null);
  });
  return (
    <section ref={element} className="notice" aria-labelledby="stale-heading">
      <div role="alert">
        <h2 id="stale-heading">Somebody saved this post while you were writing</h2>
        <p>
          Your text below is kept. Compare it with the newer version, or overwrite that version with yours.
        </p>
      </div>
      <ProblemAlert problem={problem} />
      {newer && <NewerVersion post={newer} />}
      <div className="actions">
        <button type="button" onClick={run}>
          Show the newer version
        </button>
        <button type="button" aria-busy={busy} onClick={() => onOverwrite(newer?.version ?? currentVersion)}>
          Overwrite with mine
        </button>
      </div>
    </section>
  );
}

function NewerVersion({ post }: { post: PostDetailFragment }) {
  return (
    <div className="newer-version" lang="" dir="auto">
      <h3>{post.title}</h3>
      <pre>{post.content}</pre>
      <p>{formatTagNames(post.tags)}</p>
    </div>
  );
}
