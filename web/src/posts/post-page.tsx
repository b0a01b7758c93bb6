import { useQuery } from '@apollo/client/react';
import { Navigate, useParams } from 'react-router';
import { problemOf } from '../api/problem';
import { CommentSection } from '../comments/comment-section';
import { PostBySlugDocument, type PostDetailFragment, PostStatus } from '../gql/graphql';
import { Loading } from '../ui/loading';
import { NotFoundPage } from '../ui/not-found-page';
import { ProblemAlert } from '../ui/problem-alert';
import { usePageTitle } from '../ui/use-page-title';
import { Byline } from './byline';
import { PostActions } from './post-actions';
import { PostBody } from './post-body';
import { postPath } from './post-path';
import { StatusBadge } from './status-badge';
import { TableOfContents } from './table-of-contents';

export function PostPage() {
  const { slug = '' } = useParams();
  const { data, error } = useQuery(PostBySlugDocument, {
    variables: { slug },
    fetchPolicy: 'cache-and-network',
    nextFetchPolicy: 'cache-first',
  });
  // An address that the post had: readers and search engines are to know its own.
  if (data?.post && data.post.slug !== slug) return <Navigate to={postPath(data.post.slug)} replace />;
  if (data?.post) return <PostArticle key={data.post.id} post={data.post} />;
  if (error) return <ProblemAlert problem={problemOf(error)} />;
  return data ? <NotFoundPage /> : <Loading />;
}

function PostArticle({ post }: { post: PostDetailFragment }) {
  usePageTitle(post.title);
  return (
    <>
      <article className="post">
        <header>
          <h1>
            <span lang="" dir="auto">
              {post.title}
            </span>{' '}
            {post.status !== PostStatus.Published && <StatusBadge status={post.status} />}
          </h1>
          <Byline post={post} />
          <PostActions post={post} />
        </header>
        <TableOfContents toc={post.toc} />
        <PostBody html={post.html} />
      </article>
      <CommentSection post={post} />
    </>
  );
}
