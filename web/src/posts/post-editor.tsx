import { useState } from 'react';
import { Link, useNavigate } from 'react-router';
import { type PostDetailFragment, PostStatus } from '../gql/graphql';
import { announce } from '../ui/status-message';
import { useTask } from '../ui/use-task';
import { draftKey, type PostDraft } from './post-draft';
import { PostForm } from './post-form';
import { postPath } from './post-path';
import { StaleNotice } from './stale-notice';
import { formatTagNames } from './tag-names';
import { useDraft } from './use-draft';
import { type Publishing, usePublishing } from './use-publishing';
import { useSavePost } from './use-save-post';

interface Props {
  /** As it was when the editor was opened; what happens to it meanwhile is the server's to tell. */
  post: PostDetailFragment;
  viewerId: string;
}

const savedAs: Record<PostStatus, string> = {
  DRAFT: 'Saved as a draft.',
  SCHEDULED: 'Saved. The post will be public at its time.',
  PUBLISHED: 'Saved. The post is public.',
};

export function PostEditor({ post, viewerId }: Props) {
  const [opened] = useState(post);
  const state = useDraft(draftKey(viewerId, post.id), draftOf(opened));
  const { draft } = state;
  const navigate = useNavigate();
  const savePost = useSavePost();
  const setPublishing = usePublishing();

  /** Unpublishes, and says which version the text is then based on: our own step is no lost update. */
  const takeBack = async (over: number | null): Promise<number | null> => {
    const { version } = await setPublishing(post.id, 'unpublish');
    return over !== null && version === over + 1 ? version : over;
  };

  const { run, busy, problem } = useTask(
    async (publishing: Publishing | null, over: number | null = draft.baseVersion) => {
      // What readers are not to see is taken from them before it is saved, not after.
      const base = publishing === 'unpublish' ? await takeBack(over) : over;
      let saved = await savePost(post.id, draft, base);
      state.markSaved(saved.version);
      if (publishing === 'publish') saved = await setPublishing(post.id, publishing);
      announce(savedAs[saved.status]);
      await navigate(postPath(saved.slug));
    },
  );

  const refused = problem?.code === 'STALE_VERSION';
  // The server refused, or a draft was restored that is older than what it would replace.
  const stored = refused ? (problem.currentVersion ?? null) : opened.version;
  const isStale = draft.baseVersion !== null && draft.baseVersion < (stored ?? Infinity);
  const isPublic = post.status === PostStatus.Published;
  return (
    <>
      <h1>Edit</h1>
      {isStale && (
        <StaleNotice
          postId={post.id}
          currentVersion={stored}
          busy={busy}
          onOverwrite={(version) => run(null, version)}
        />
      )}
      <PostForm state={state} problem={refused ? null : problem}>
        <button type="button" className="primary" aria-busy={busy} onClick={() => run(null)}>
          Save
        </button>
        <button type="button" aria-busy={busy} onClick={() => run(isPublic ? 'unpublish' : 'publish')}>
          {isPublic ? 'Unpublish' : 'Publish now'}
        </button>
        <Link to={postPath(post.slug)}>Back to the post</Link>
      </PostForm>
    </>
  );
}

function draftOf(post: PostDetailFragment): PostDraft {
  const { title, content, tags, version } = post;
  return { title, content, tags: formatTagNames(tags), baseVersion: version };
}
