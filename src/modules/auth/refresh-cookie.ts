/** The cookie in which browsers keep the refresh token, out of reach of scripts. */
export type RefreshCookie = {
  /** Whether the client wants its refresh tokens in the cookie and not in answers. */
  isWanted: boolean;
  /** The token that came with the request, if one did. */
  token: string | null;
  keep: (token: string, expiresAt: Date) => void;
  forget: () => void;
};

/** For requests that change no session. */
export const noRefreshCookie: RefreshCookie = {
  isWanted: false,
  token: null,
  keep: () => {},
  forget: () => {},
};
