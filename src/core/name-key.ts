/** Names are the same when they look the same: case, compatibility forms and outer spaces do not count. */
export const nameKey = (name: string): string => name.trim().normalize('NFKC').toLowerCase();
