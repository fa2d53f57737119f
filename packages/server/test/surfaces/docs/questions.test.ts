import { expect, it } from 'vitest';
import { catalogue, exported } from '../../../src/catalogue/catalogue.ts';
import { checkLookup, checkRows, type RawQuery } from '../../../src/catalogue/parameters.ts';
import { readDocument } from '../../../src/surfaces/docs/documents.ts';
import { exportPath } from '../../../src/surfaces/export/export-path.ts';
import { exportParameters, exportQuestion } from '../../../src/surfaces/export/export-question.ts';

const calls = [...readDocument('docs/guides/questions.md').matchAll(/^ {4}GET (\S+)$/gm)].map(([, url = '']) => [url]);

/** Checks a query as the path does, and names its parameters. @throws ApiError 400 */
function check(path: string, query: RawQuery): ReadonlySet<string> {
  const whole = exported.find((each) => exportPath(each) === path);
  if (whole !== undefined) {
    exportQuestion(whole, query, undefined);
    return exportParameters(whole);
  }
  const endpoint = catalogue.find((each) => each.path === path);
  if (endpoint === undefined) throw new Error(`${path} is no path`);
  if (endpoint.kind === 'lookup') checkLookup(endpoint, query);
  else checkRows(endpoint, query);
  return new Set(endpoint.parameters.map(({ name }) => name));
}

it.each(calls)('the guide to questions names a call that works: %s', (url) => {
  const { pathname, searchParams } = new URL(url, 'http://server');
  const known = check(pathname, Object.fromEntries(searchParams));
  expect([...searchParams.keys()].filter((name) => !known.has(name))).toEqual([]);
});
