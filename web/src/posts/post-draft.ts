/** What is in the editor, as typed, and the version of the post that it started from. */
export interface PostDraft {
  title: string;
  content: string;
  tags: string;
  baseVersion: number | null; // null for a post that does not exist yet
}

/** Drafts belong to a user: the next one at this computer is not shown them. */
export function draftKey(userId: string, postId: string | null): string {
  return `inkstone.draft.${userId}.${postId ?? 'new'}`;
}

export function sameText(a: PostDraft, b: PostDraft): boolean {
  return a.title === b.title && a.content === b.content && a.tags === b.tags;
}

export function readDraft(key: string): PostDraft | null {
  try {
    const value: unknown = JSON.parse(localStorage.getItem(key) ?? 'null');
    return isDraft(value) ? value : null;
  } catch {
    return null;
  }
}

export function writeDraft(key: string, draft: PostDraft): void {
  try {
    localStorage.setItem(key, JSON.stringify(draft));
  } catch {
    // Storage is blocked or full: the text is still in the editor.
  }
}

/** Another tab may have a draft of its own under the same key, which is not ours to remove. */
export function removeDraft(key: string, draft: PostDraft): void {
  const stored = readDraft(key);
  if (stored && sameText(stored, draft)) localStorage.removeItem(key);
}

function isDraft(value: unknown): value is PostDraft {
  if (typeof value !== 'object' || value === null) return false;
  const { title, content, tags, baseVersion } = value as Partial<Record<keyof PostDraft, unknown>>;
  return (
    [title, content, tags].every((text) => typeof text === 'string') &&
    (typeof baseVersion === 'number' || baseVersion === null)
  );
}
