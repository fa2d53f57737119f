import { Html } from './html.ts';

/** Drawn with the colour of the text around them. */
export const icons = {
  brand: icon('<path d="M4 5h16l-2.2 5.2a3 3 0 0 1-5.6.1 3 3 0 0 1-5.5 0z"/><path d="M6 13v6h12v-6"/>'),
  copy: icon('<rect x="9" y="9" width="11" height="11" rx="2"/><path d="M5 15V6a2 2 0 0 1 2-2h8"/>'),
  menu: icon('<path d="M4 7h16M4 12h16M4 17h16"/>'),
  search: icon('<circle cx="11" cy="11" r="6.5"/><path d="m16 16 4.5 4.5"/>'),
  theme: icon('<path d="M20 14.5A8.5 8.5 0 0 1 9.5 4 8.5 8.5 0 1 0 20 14.5z"/>'),
};

function icon(shapes: string): Html {
  const pen = 'fill="none" stroke="currentColor" stroke-width="1.8" stroke-linecap="round" stroke-linejoin="round"';
  return new Html(`<svg viewBox="0 0 24 24" width="18" height="18" ${pen} aria-hidden="true">${shapes}</svg>`);
}
