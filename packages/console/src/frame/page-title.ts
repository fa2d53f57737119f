import { useEffect } from 'react';

/** What the browser calls the page, in its tab and its history. */
export function usePageTitle(title: string): void {
  useEffect(() => {
    document.title = title === '' ? 'Vitrine' : `${title} · Vitrine`;
  }, [title]);
}
