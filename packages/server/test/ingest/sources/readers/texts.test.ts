import { describe, expect, test } from 'vitest';
import { handle, id } from '../../../../src/ingest/sources/readers/identities.ts';
import { always, flag, images, json, number, region, text } from '../../../../src/ingest/sources/readers/texts.ts';
import { read, unread } from './read.ts';

describe('identities', () => {
  test.each([
    ['1729383769606099001', '1729383769606099001'],
    ['583870900000000001\t', '583870900000000001'],
    ['https://shop.tiktok.com/view/product/1729383769606099001?region=US', '1729383769606099001'],
    ['https://www.tiktok.com/@name/video/7470546959699348001', '7470546959699348001'],
    ['https://kalodata.com/product/detail?id=1729383769606099001&x=1', '1729383769606099001'],
    [12, '12'],
    [1729383769606099000, unread],
    ['0', undefined],
    ['', undefined],
    ['none of them here', unread],
  ])('%j is the id %j', (value, expected) => expect(read(id(), value)).toEqual(expected));

  test.each([
    ['@name', 'name'],
    ['na.me_1', 'na.me_1'],
    ['https://www.tiktok.com/@name/video/1', 'name'],
    ['-', undefined],
    ['two words', unread],
  ])('%j is the handle %j', (value, expected) => expect(read(handle(), value)).toEqual(expected));
});

describe('texts', () => {
  test('tags and blanks are taken off', () => {
    expect(read(text(), " <span style='color:red'>Hal</span>loween ")).toBe('Halloween');
    expect(read(text(), 'a < b')).toBe('a < b');
  });

  test('an address is a list of one image', () => {
    expect(read(images(), 'https://example.com/x.jpg')).toEqual([{ url: 'https://example.com/x.jpg', index: 0 }]);
    expect(read(images(), '[{"url":"u","index":0}]')).toBe('[{"url":"u","index":0}]');
    expect(read(images(), ['u', 'v'])).toEqual([
      { url: 'u', index: 0 },
      { url: 'v', index: 1 },
    ]);
  });

  test('ratings, countries, flags, JSON and what is always the same', () => {
    expect(read(number(), '4.7')).toBe(4.7);
    expect([read(number(), ''), read(number(), -1), read(number(), '-1')]).toEqual([undefined, unread, unread]);
    expect(read(region(), 'us')).toBe('US');
    expect(read(flag(), 1)).toBe(1);
    expect(read(json(), '[]')).toBe('[]');
    expect(always('measured').constant).toBe('measured');
  });
});
