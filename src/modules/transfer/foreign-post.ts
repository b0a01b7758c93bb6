/** A post as another program kept it, read but not yet taken over. */
export type ForeignPost = {
  /** Names it among all posts of its origin, and stays the same: what was imported is known again by it. */
  source: string;
  title: string;
  /** Markdown. */
  content: string;
  /** The last part of the address it had; null when none is known. */
  name: string | null;
  /** Null for a draft that never had one. */
  publishedAt: Date | null;
  isDraft: boolean;
  tags: string[];
  /** From the root down; empty for none. */
  category: string[];
  /** A reference to an image, as the program wrote it. */
  cover: string | null;
  /** Where the file of a reference is; null when the post has none of that name, or none at all. */
  fileOf: (reference: string) => string | null;
  /** What could not be taken over as it was. */
  notes: string[];
};

/** What was found and is not taken over, and why. */
export type Skipped = { source: string; reason: string };

/** What an origin holds. */
export type Found = { posts: ForeignPost[]; skipped: Skipped[] };
