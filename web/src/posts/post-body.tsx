import { lazy, Suspense } from 'react';
import { ErrorBoundary } from '../ui/error-boundary';

// The Markdown renderer is the largest part of a post page; lists do without it.
const Markdown = lazy(async () => ({ default: (await import('./markdown')).Markdown }));

/** A post that the renderer cannot take is shown as it was written. */
export function PostBody({ content }: { content: string }) {
  const plain = <div className="plain-text">{content}</div>;
  return (
    <div className="post-body" lang="" dir="auto">
      <ErrorBoundary key={content} fallback={plain}>
        <Suspense fallback={plain}>
          <Markdown text={content} />
        </Suspense>
      </ErrorBoundary>
    </div>
  );
}
