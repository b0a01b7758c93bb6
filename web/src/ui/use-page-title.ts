import { useEffect } from 'react';
import { siteName } from './site-name';

export function usePageTitle(title: string): void {
  useEffect(() => {
    document.title = title ? `${title} · ${siteName}` : siteName;
  }, [title]);
}
