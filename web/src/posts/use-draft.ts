import { useState } from 'react';
import { type PostDraft, readDraft, removeDraft, sameText, writeDraft } from './post-draft';

export interface DraftState {
  draft: PostDraft;
  /** The text is from an earlier visit that ended without saving. */
  restored: boolean;
  change: (part: Partial<PostDraft>) => void;
  /** Back to what is stored on the server. */
  discard: () => void;
  /** The server has this text now; writing goes on from its version. */
  markSaved: (version: number) => void;
}

/** The editor's text, kept in the browser at each key stroke: a closed tab or an ended session loses nothing. */
export function useDraft(key: string, stored: PostDraft): DraftState {
  const [base, setBase] = useState(stored);
  const [initial] = useState(() => readDraft(key));
  const [draft, setDraft] = useState(initial ?? stored);
  const [restored, setRestored] = useState(initial !== null && !sameText(initial, stored));

  function change(part: Partial<PostDraft>) {
    const next = { ...draft, ...part };
    setDraft(next);
    writeDraft(key, next);
  }

  function discard() {
    removeDraft(key, draft);
    setDraft(base);
    setRestored(false);
  }

  function markSaved(version: number) {
    const saved = { ...draft, baseVersion: version };
    removeDraft(key, draft);
    setBase(saved);
    setDraft(saved);
    setRestored(false);
  }

  return { draft, restored, change, discard, markSaved };
}
