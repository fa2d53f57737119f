import { STATUS_CODES } from 'node:http';
import { type ErrorEntry, errors } from '../../../kernel/errors.ts';
import { errorEnvelope } from '../../envelope.ts';
import { endpointErrors } from '../../http/endpoint-errors.ts';
import type { DocsPage } from '../page.ts';
import { renderMarkdown } from '../rendering/markdown.ts';
import { fence, table } from './endpoint-markdown.ts';
import { resolveLink } from './guide-page.ts';
import { readingPrompt } from './prompt.ts';

const entries: readonly ErrorEntry[] = [...Object.values<ErrorEntry>(errors)].sort((a, b) => a.code - b.code);

/** A page that lists all errors by status. */
export function errorsPage(): DocsPage {
  return markdownPage({
    path: '/errors',
    title: 'Errors',
    summary: 'All errors by status: messages and how to fix them.',
    group: 'Guides',
    markdown: indexMarkdown,
  });
}

/** A page an error. */
export function errorPages(): readonly DocsPage[] {
  return entries.map((entry) =>
    markdownPage({
      path: `/errors/${entry.id}`,
      title: titleOf(entry),
      summary: entry.whatToDo,
      markdown: () => entryMarkdown(entry),
    }),
  );
}

function markdownPage(page: Pick<DocsPage, 'path' | 'title' | 'summary' | 'group' | 'markdown'>): DocsPage {
  const body = () => {
    const { html: article, headings } = renderMarkdown(page.markdown(), resolveLink);
    return { article, headings: headings.filter(({ level }) => level === 2) };
  };
  return { ...page, body, prompt: () => readingPrompt(page.markdown()) };
}

/** `key-missing` → "Key missing" */
function titleOf({ id }: ErrorEntry): string {
  const words = id.replaceAll('-', ' ');
  return words.slice(0, 1).toUpperCase() + words.slice(1);
}

function indexMarkdown(): string {
  const statuses = [...new Set(entries.map(({ code }) => code))];
  return [
    '# Errors',
    'An error response has an HTTP status and the same number in the `code` field of the envelope:',
    fence('json', envelope(errors.keyMissing)),
    'Distinguish errors by status. The message is written for people: it says what was expected and what was received. Words in ' +
      'braces are placeholders. **Errors never cost a credit.** Include the `requestId` when you ask the operator of the server about an error.',
    ...statuses.flatMap((status) => [
      `## ${status} ${STATUS_CODES[status] ?? ''}`,
      retryWords(status),
      table(
        ['error', 'message', 'what to do'],
        entries
          .filter(({ code }) => code === status)
          .map(({ id, message, whatToDo }) => [`[${id}](/docs/errors/${id})`, message, whatToDo]),
      ),
    ]),
    '',
  ].join('\n\n');
}

function entryMarkdown(entry: ErrorEntry): string {
  return [
    `# ${titleOf(entry)}`,
    `\`${entry.code} ${STATUS_CODES[entry.code] ?? ''}\``,
    '## What to do',
    entry.whatToDo,
    retryWords(entry.code),
    '## Response',
    fence('json', envelope(entry)),
    'Words in braces are placeholders.',
    '## Where it occurs',
    endpointErrors.includes(entry)
      ? 'Endpoint calls and, where applicable, any other route. It costs nothing.'
      : 'Requests other than endpoint calls: admin requests below `/admin/v1`, images and exports, unknown paths or methods, and ' +
        'malformed HTTP requests. It costs nothing.',
    `See also: [all errors](/docs/errors), [credits and limits](/docs/guides/credits-and-limits).`,
    '',
  ].join('\n\n');
}

function envelope({ code: status, message, id }: ErrorEntry): string {
  const requestId = '4b1f6f0e-6f2c-4d0a-9a52-0c6f3f3f2a11';
  return JSON.stringify(errorEnvelope({ status, message, id }, requestId), null, 2);
}

/** Whether the same call may succeed later. */
function retryWords(status: number): string {
  if (status === 429 || status === 503) return 'Retryable: wait for the number of seconds in the `Retry-After` header.';
  if (status >= 500) return 'Retryable: try again after 1 second, then after 2, 4 and 8.';
  return 'Not retryable: the same call gets the same response until something changes.';
}
