import type { KeyChanges } from '@vitrine/sdk';
import type { ArgsDef } from 'citty';
import { oneOfGiven, wholeNumber } from '../../arguments.ts';
import { laterGiven, momentGiven } from '../../moments.ts';

/** What a key may do, as options of `create` and `update`. */
export const ruleArguments = {
  owner: { type: 'string', valueHint: 'O', description: 'owner of the key' },
  scope: {
    type: 'string',
    valueHint: 'E,E',
    description: 'endpoints the key may call, such as product-list,shop-videos',
  },
  qps: { type: 'string', valueHint: 'Q', description: 'calls per second' },
  burst: { type: 'string', valueHint: 'B', description: 'extra calls allowed within ten seconds' },
  'monthly-quota': { type: 'string', valueHint: 'C', description: 'credits granted every month; unused ones expire' },
  'quota-period': {
    type: 'string',
    valueHint: 'P',
    description: 'when the quota renews: by "calendar" month (UTC; the default) or on the "anniversary" of now',
  },
  'not-before': {
    type: 'string',
    valueHint: 'T',
    description: 'start of validity: a day, a time, or a duration from now such as 12h',
  },
  expires: {
    type: 'string',
    valueHint: 'T',
    description: 'end of validity: a day, a time, or a duration from now such as 90d',
  },
} as const satisfies ArgsDef;

type RuleWords = { readonly [Name in keyof typeof ruleArguments]?: string | undefined };

/** What takes a limit away. */
const withoutLimit = {
  scope: 'all',
  qps: 'default',
  'monthly-quota': 'none',
  'not-before': 'now',
  expires: 'never',
} as const;

/** The words that take limits away, for the help. */
export const withoutLimitWords = Object.entries(withoutLimit)
  .map(([name, word]) => `--${name} ${word}`)
  .join(', ');

/** What was given, and null for what was given to be without a limit. @throws UsageError */
export function rulesGiven(words: RuleWords, now: number): KeyChanges {
  const { owner, burst } = words;
  return {
    owner,
    scopes: unless(words, 'scope', (text) => text.split(',').map((each) => each.trim())),
    qps: unless(words, 'qps', (text) => wholeNumber('--qps', text, 1)),
    burst: wholeNumber('--burst', burst, 0),
    monthlyQuota: unless(words, 'monthly-quota', (text) => wholeNumber('--monthly-quota', text, 1)),
    quotaPeriod: oneOfGiven('--quota-period', words['quota-period'], ['calendar', 'anniversary'] as const),
    notBefore: unless(words, 'not-before', (text) => momentGiven('--not-before', text, now)),
    expiresAt: unless(words, 'expires', (text) => laterGiven('--expires', text, now)),
  };
}

function unless<Value>(
  words: RuleWords,
  name: keyof typeof withoutLimit,
  read: (text: string) => Value,
): Value | null | undefined {
  const text = words[name];
  if (text === undefined) return undefined;
  return text === withoutLimit[name] ? null : read(text);
}
