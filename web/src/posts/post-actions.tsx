import { useState } from 'react';
import { useNavigate } from 'react-router';
import type { PostDetailFragment } from '../gql/graphql';
import { DeletePostDialog } from './delete-post-dialog';
import { editPath } from './post-path';

/** The server says what the viewer may do; it decides again when they do it. */
export function PostActions({ post }: { post: PostDetailFragment }) {
  const navigate = useNavigate();
  const [deleting, setDeleting] = useState(false);
  if (!post.viewerCanEdit && !post.viewerCanDelete) return null;
  return (
    <div className="actions">
      {post.viewerCanEdit && (
        <button type="button" onClick={() => navigate(editPath(post.slug))}>
          Edit
        </button>
      )}
      {post.viewerCanDelete && (
        <button type="button" onClick={() => setDeleting(true)}>
          Delete
        </button>
      )}
      {deleting && <DeletePostDialog post={post} onClose={() => setDeleting(false)} />}
    </div>
  );
}
