import { Link, NavLink, useLocation } from 'react-router';
import { returnPath } from '../session/return-path';
import { useSession } from '../session/use-session';
import { useSignOut } from '../session/use-sign-out';
import { siteName } from './site-name';

export function SiteHeader() {
  const session = useSession();
  return (
    <header className="site-header">
      <Link className="site-name" to="/">
        {siteName}
      </Link>
      <nav className="main-nav" aria-label="Main">
        {session.status === 'signed-in' && <MemberLinks name={session.user.displayName} />}
        {session.status === 'guest' && <GuestLinks />}
      </nav>
    </header>
  );
}

function GuestLinks() {
  const from = returnPath(useLocation());
  return (
    <>
      <NavLink to="/register" state={{ from }}>
        Register
      </NavLink>
      <NavLink to="/login" state={{ from }}>
        Sign in
      </NavLink>
    </>
  );
}

function MemberLinks({ name }: { name: string }) {
  const signOut = useSignOut();
  return (
    <>
      <NavLink to="/write">Write</NavLink>
      <NavLink to="/mine">My posts</NavLink>
      <span className="viewer" lang="" dir="auto">
        {name}
      </span>
      <button type="button" className="quiet" onClick={signOut}>
        Sign out
      </button>
    </>
  );
}
