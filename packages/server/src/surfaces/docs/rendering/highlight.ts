import { createRequire } from 'node:module';
import { lazily } from '../lazily.ts';
import { Html, html } from './html.ts';

/**
 * What we use of highlight.js. Its own types bring those of browsers with them, which are wrong for the rest of the
 * server.
 */
interface Highlighter {
  registerLanguage(name: string, language: unknown): void;
  registerAliases(aliases: readonly string[], options: { readonly languageName: string }): void;
  getLanguage(name: string): unknown;
  highlight(code: string, options: { readonly language: string }): { readonly value: string };
}

/** Loaded when something is first highlighted: whoever starts a server or a command does not wait for it. */
const highlighter = lazily((): Highlighter => {
  const load = createRequire(import.meta.url);
  const made = load('highlight.js/lib/core') as Highlighter;
  for (const name of ['bash', 'javascript', 'json', 'python', 'sql', 'typescript'])
    made.registerLanguage(name, load(`highlight.js/lib/languages/${name}`));
  made.registerAliases(['sh', 'shell'], { languageName: 'bash' });
  made.registerAliases(['js'], { languageName: 'javascript' });
  made.registerAliases(['ts'], { languageName: 'typescript' });
  return made;
});

/** Code as markup, its words marked by class if the language is one we know. */
export function highlighted(code: string, language: string): Html {
  if (highlighter().getLanguage(language) === undefined) return html`${code}`;
  return new Html(highlighter().highlight(code, { language }).value);
}

/** What a code block is labelled when it has no other title. */
const languageTitles: Readonly<Record<string, string>> = {
  bash: 'Shell',
  javascript: 'JavaScript',
  json: 'JSON',
  python: 'Python',
  sql: 'SQL',
  ts: 'TypeScript',
  typescript: 'TypeScript',
};

/** A block of code with a title and a button that copies it. */
export function codeBlock(code: string, language: string, title = languageTitles[language] ?? 'Text'): Html {
  const known = language === '' ? 'text' : language;
  return html`<figure class="code">
<figcaption><span>${title}</span><button type="button" class="copy" data-copy aria-label="Copy ${title}">Copy</button></figcaption>
<pre tabindex="0"><code data-language="${known}">${highlighted(code, language)}</code></pre>
</figure>`;
}
