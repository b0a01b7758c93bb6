import { useMutation } from '@apollo/client/react';
import { useNavigate } from 'react-router';
import { forgetPostLists } from '../api/cache';
import { CreatePostDocument } from '../gql/graphql';
import { useViewer } from '../session/use-session';
import { announce } from '../ui/status-message';
import { usePageTitle } from '../ui/use-page-title';
import { useTask } from '../ui/use-task';
import { draftKey, type PostDraft } from './post-draft';
import { PostForm } from './post-form';
import { postPath } from './post-path';
import { parseTagNames } from './tag-names';
import { useDraft } from './use-draft';

const empty: PostDraft = { title: '', content: '', tags: '', baseVersion: null };

export function WritePage() {
  usePageTitle('Write');
  const viewer = useViewer();
  return viewer && <NewPost key={viewer.id} viewerId={viewer.id} />;
}

function NewPost({ viewerId }: { viewerId: string }) {
  const navigate = useNavigate();
  const state = useDraft(draftKey(viewerId, null), empty);
  const [createPost] = useMutation(CreatePostDocument, { update: forgetPostLists });
  const { run, busy, problem } = useTask(async (publish: boolean) => {
    const { title, content, tags } = state.draft;
    const input = { title, content, tags: parseTagNames(tags), publish };
    const { data } = await createPost({ variables: { input } });
    if (!data) return;
    state.markSaved(data.createPost.version);
    announce(publish ? 'Your post is published.' : 'Your draft is saved.');
    await navigate(postPath(data.createPost.slug));
  });
  return (
    <>
      <h1>Write</h1>
      <PostForm state={state} problem={problem}>
        <button type="button" className="primary" aria-busy={busy} onClick={() => run(true)}>
          Publish
        </button>
        <button type="button" aria-busy={busy} onClick={() => run(false)}>
          Save as draft
        </button>
      </PostForm>
    </>
  );
}
