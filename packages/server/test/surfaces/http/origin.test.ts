import { describe, expect, it } from 'vitest';
import { originOf } from '../../../src/surfaces/http/origin.ts';

describe('the origin that a response names', () => {
  it.each(['data.example', 'data.example:8443', '127.0.0.1:8080', '[::1]:8080'])('is that of Host: %s', (host) => {
    expect(originOf({ protocol: 'https', host })).toBe(`https://${host}`);
  });

  it.each(['evil"><script>.example/x?', 'a b', 'a@b', 'a/b', 'a:b', ''])('is none for Host: %s', (host) => {
    expect(originOf({ protocol: 'https', host })).toBe('');
  });
});
