import type { ReactNode } from 'react';
import type { Problem } from '../api/problem';
import { Form } from '../ui/form';
import { TextArea, TextField } from '../ui/text-field';
import type { DraftState } from './use-draft';

interface Props {
  state: DraftState;
  problem: Problem | null;
  /** The buttons. None of them is a submit button: Enter in a line of text must not publish anything. */
  children: ReactNode;
}

const fields = ['title', 'content', 'tags'];

export function PostForm({ state, problem, children }: Props) {
  const { draft, change } = state;
  return (
    <Form problem={problem} fields={fields}>
      {state.restored && <RestoredNotice onDiscard={state.discard} />}
      <TextField
        label="Title"
        className="title-input"
        value={draft.title}
        onChange={(title) => change({ title })}
        error={problem?.fields.title}
        lang=""
        dir="auto"
        aria-required
      />
      <TextArea
        label="Content"
        className="content-input"
        hint="Markdown: **bold**, # heading, - list, [text](https://example.org)"
        value={draft.content}
        onChange={(content) => change({ content })}
        error={problem?.fields.content}
        lang=""
        dir="auto"
        aria-required
      />
      <TextField
        label="Tags"
        hint="Separated by commas"
        value={draft.tags}
        onChange={(tags) => change({ tags })}
        error={problem?.fields.tags}
        lang=""
        dir="auto"
      />
      <div className="actions">{children}</div>
    </Form>
  );
}

function RestoredNotice({ onDiscard }: { onDiscard: () => void }) {
  return (
    <div className="notice" role="status">
      <p>This is your unsaved text from last time.</p>
      <button type="button" onClick={onDiscard}>
        Discard it
      </button>
    </div>
  );
}
