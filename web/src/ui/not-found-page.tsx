import { usePageTitle } from './use-page-title';

export function NotFoundPage() {
  usePageTitle('Not found');
  return (
    <>
      <h1>There is nothing here</h1>
      <p>The page may have moved, or it may not be yours to read.</p>
    </>
  );
}
