import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openSigned, signedPath } from '../../../src/surfaces/media/signed-address.ts';

const key = Buffer.alloc(32, 1);
const hourMs = 3_600_000;

function queryOf(path: string): Record<string, string> {
  return Object.fromEntries(new URLSearchParams(path.slice(path.indexOf('?'))));
}

describe('a signed address', () => {
  it('holds for one to two hours, whatever the address', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.nat(1e12), (address, now) => {
        const query = queryOf(signedPath(address, key, now));
        expect(openSigned(query, key, now)).toMatchObject({ kind: 'valid', address });
        expect(openSigned(query, key, now + hourMs - 1).kind).toBe('valid');
        expect(openSigned(query, key, now + 2 * hourMs).kind).toBe('expired');
      }),
    );
  });

  it('stays the same within an hour', () => {
    expect(signedPath('a', key, 0)).toBe(signedPath('a', key, hourMs - 1));
    expect(signedPath('a', key, 0)).not.toBe(signedPath('a', key, hourMs));
  });

  it('is forged when anything of it was changed, lost or signed with another key', () => {
    const query = queryOf(signedPath('https://images.example/a.jpg', key, 0));
    const changed = [
      { ...query, address: 'https://images.example/b.jpg' },
      { ...query, expires: String(Number(query['expires']) + 1) },
      { ...query, expires: `${query['expires']}\n` },
      { ...query, signature: `${query['signature']}A` },
      { ...query, signature: 'é'.repeat(43) },
      { ...query, signature: '' },
      { ...query, signature: [query['signature']] },
      { address: query['address'] },
      {},
    ];
    for (const each of changed) expect(openSigned(each, key, 0)).toEqual({ kind: 'forged' });
    expect(openSigned(query, Buffer.alloc(32, 2), 0)).toEqual({ kind: 'forged' });
  });
});
