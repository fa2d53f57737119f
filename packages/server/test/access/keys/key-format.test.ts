import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hashOf, hintOf, isWellFormed, newKey, newKeyId } from '../../../src/access/keys/key-format.ts';

const digits = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';

describe('the format of a key', () => {
  it('accepts every key it makes', () => {
    for (const key of Array.from({ length: 200 }, () => newKey())) expect(isWellFormed(key)).toBe(true);
  });

  it('tells test keys from live ones at a glance, and a look-alike of the other kind is no key', () => {
    const [live, trial] = [newKey(), newKey('test')];
    expect(live).toMatch(/^sk_live_[0-9A-Za-z]{38}$/);
    expect(trial).toMatch(/^sk_test_[0-9A-Za-z]{38}$/);
    expect(newKey('admin')).toMatch(/^sk_admin_[0-9A-Za-z]{38}$/);
    expect(isWellFormed(trial)).toBe(true);
    expect(isWellFormed(trial.replace('_test_', '_live_'))).toBe(false);
    expect(hintOf(trial)).toBe(`${trial.slice(0, 10)}…${trial.slice(-4)}`);
  });

  it('makes keys and ids that are never alike', () => {
    const made = Array.from({ length: 1_000 }, () => [newKey(), newKey('test'), newKeyId('key')]).flat();
    expect(new Set(made).size).toBe(made.length);
  });

  it('carries at least 190 bits of chance', () => {
    const secretLength = newKey().length - 'sk_live_'.length - 6;
    expect(secretLength * Math.log2(62)).toBeGreaterThanOrEqual(190);
  });

  it('catches every typo of a single character, wherever it is', () => {
    const key = newKey();
    for (let at = 0; at < key.length; at++) {
      for (const digit of digits) {
        const typed = key.slice(0, at) + digit + key.slice(at + 1);
        expect(isWellFormed(typed)).toBe(typed === key);
      }
    }
  });

  it('catches two neighbours that changed places', () => {
    const key = newKey();
    for (let at = 0; at + 1 < key.length; at++) {
      const typed = key.slice(0, at) + key.charAt(at + 1) + key.charAt(at) + key.slice(at + 2);
      expect(isWellFormed(typed)).toBe(typed === key);
    }
  });

  it('refuses any other text without falling over', () => {
    fc.assert(fc.property(fc.string(), (text) => !isWellFormed(text)));
    for (const text of ['', 'sk_live_', `${newKey()} `, `${newKey()}\n`, newKey().slice(1)]) {
      expect(isWellFormed(text)).toBe(false);
    }
  });

  it('shows too little of a key to use it', () => {
    const key = newKey();
    expect(hintOf(key)).toBe(`${key.slice(0, 10)}…${key.slice(-4)}`);
  });

  it('shows nothing of a text that is no key', () => {
    expect(hintOf('my password')).toBe('a text of 11 characters');
  });

  it('hashes to 64 hexadecimal digits', () => {
    expect(hashOf('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
  });
});
