import { retryRestore } from '../session/restore-session';

export function Unreachable() {
  return (
    <div role="alert">
      <h1>The server cannot be reached</h1>
      <p>You are still signed in. The page keeps trying and opens as soon as the server answers.</p>
      <button type="button" onClick={retryRestore}>
        Try again
      </button>
    </div>
  );
}
