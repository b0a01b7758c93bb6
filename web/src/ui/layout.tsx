import { Suspense, useEffect, useRef } from 'react';
import { Outlet, useLocation, useNavigationType } from 'react-router';
import { useSession } from '../session/use-session';
import { Loading } from './loading';
import { SiteHeader } from './site-header';
import { StatusMessage } from './status-message';
import { Unreachable } from './unreachable';

export function Layout() {
  const main = useRef<HTMLElement>(null);
  useFreshPage(main);
  return (
    <>
      <a className="skip-link" href="#main">
        Skip to the page
      </a>
      <SiteHeader />
      <main className="page" id="main" ref={main} tabIndex={-1}>
        <Suspense fallback={<Loading />}>
          <Page />
        </Suspense>
      </main>
      <StatusMessage />
    </>
  );
}

/** Nothing is asked of the server before it is known in whose name. */
function Page() {
  const { status } = useSession();
  if (status === 'restoring') return <Loading />;
  return status === 'unreachable' ? <Unreachable /> : <Outlet />;
}

/** A link opens a page at its top and tells screen readers so; going back is left to the browser. */
function useFreshPage(main: React.RefObject<HTMLElement | null>) {
  const { pathname } = useLocation();
  const type = useNavigationType();
  const shown = useRef(pathname);
  useEffect(() => {
    if (shown.current === pathname) return;
    shown.current = pathname;
    if (type === 'POP') return;
    window.scrollTo(0, 0);
    main.current?.focus({ preventScroll: true });
  }, [pathname, type, main]);
}
