/** The style sheet shows it only after a moment, so that quick answers do not flicker. */
export function Loading() {
  return <p className="loading">Loading…</p>;
}
