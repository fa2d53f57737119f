import { createConfig, lintFromString } from '@redocly/openapi-core';
import { describe, expect, it } from 'vitest';
import { catalogue } from '../../../src/catalogue/catalogue.ts';
import { openApiDocument } from '../../../src/surfaces/http/openapi.ts';
import { asOpenApi30 } from '../../../src/surfaces/http/openapi-30.ts';
import { productDetail } from '../../catalogue/product-detail.ts';

const document = openApiDocument([...catalogue, productDetail], '1.2.3');

/** What a public linter finds in a document, with the rules it recommends: structure, references, examples, habits. */
async function problems(linted: Readonly<Record<string, unknown>>): Promise<readonly string[]> {
  const config = await createConfig({
    extends: ['recommended', 'spec'],
    rules: { 'no-invalid-media-type-examples': 'error' },
  });
  const found = await lintFromString({ source: JSON.stringify(linted), config, absoluteRef: '/openapi.json' });
  return found.map(({ ruleId, message, location }) => `${ruleId}: ${message} ${location[0]?.pointer}`);
}

describe('the OpenAPI document', () => {
  it('is valid 3.1, its examples too, and a public linter has nothing to say', async () => {
    expect(document).toMatchObject({ openapi: '3.1.0' });
    expect(await problems(document)).toEqual([]);
  });

  it('has a twin that is valid 3.0, and as clean', async () => {
    const twin = asOpenApi30(document);
    expect(twin).toMatchObject({ openapi: '3.0.3' });
    expect(await problems(twin)).toEqual([]);
  });

  it('says the same in both, but for how null is written', () => {
    const twin = asOpenApi30(document);
    expect(Object.keys(twin['paths'] ?? {})).toEqual(Object.keys(document['paths'] ?? {}));
    expect(JSON.stringify(twin)).not.toMatch(/"type":(?:\[|"null")/);
    const nulls = (text: string) => text.match(/"null"/g)?.length;
    expect(JSON.stringify(twin).match(/"nullable":true/g)?.length).toBe(nulls(JSON.stringify(document)));
  });
});
