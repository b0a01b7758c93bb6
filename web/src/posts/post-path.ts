export const postPath = (slug: string) => `/posts/${encodeURIComponent(slug)}`;
export const editPath = (slug: string) => `${postPath(slug)}/edit`;
export const tagPath = (slug: string) => `/tags/${encodeURIComponent(slug)}`;
