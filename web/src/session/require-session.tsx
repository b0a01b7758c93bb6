import { Navigate, Outlet, useLocation } from 'react-router';
import { returnPath } from './return-path';
import { useViewer } from './use-session';

/** Pages inside are for signed-in users; others sign in first and then come back. */
export function RequireSession() {
  const viewer = useViewer();
  const from = returnPath(useLocation());
  return viewer ? <Outlet /> : <Navigate to="/login" replace state={{ from }} />;
}
