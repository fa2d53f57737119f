import { preferences } from './preferences.ts';

export const themes = ['system', 'light', 'dark'] as const;
export type Theme = (typeof themes)[number];

export function chosenTheme(): Theme {
  const chosen = preferences.get('theme');
  return themes.find((theme) => theme === chosen) ?? 'system';
}

/** Shows the page in the chosen theme, or as the system has it. */
export function applyTheme(theme: Theme = chosenTheme()): void {
  if (theme === 'system') delete document.documentElement.dataset['theme'];
  else document.documentElement.dataset['theme'] = theme;
}

export function chooseTheme(theme: Theme): void {
  preferences.set('theme', theme === 'system' ? undefined : theme);
  applyTheme(theme);
}
