/** A change shows in every list of comments that is open, so all of them are asked for anew. */
export const inThreads = { refetchQueries: 'active', awaitRefetchQueries: true } as const;
