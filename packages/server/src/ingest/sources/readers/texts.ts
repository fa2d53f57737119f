import { parsedOrUndefined } from '../../fields/texts.ts';
import { type Reader, reading, saysNothing, unreadable } from './reader.ts';

const textReader: Reader = {
  reads: 'text (without HTML tags)',
  read(value) {
    if (typeof value === 'number') return String(value);
    if (typeof value !== 'string') return unreadable('text', value);
    const text = (value.includes('<') ? value.replace(/<\/?[a-z][^<>]*>/gi, '') : value).trim();
    return saysNothing(text) ? undefined : text;
  },
};

/** Text, trimmed, without HTML tags. */
export const text = reading(textReader);

const regionReader: Reader = {
  reads: 'country (`US`)',
  read(value) {
    if (typeof value !== 'string') return unreadable('a country of two letters, such as US', value);
    const given = value.trim().toUpperCase();
    return saysNothing(given) ? undefined : given;
  },
};

/** A country of two letters; `--region` where the file has none. */
export function region(...from: string[]) {
  return { ...reading(regionReader)(...from), told: 'region' as const };
}

const imagesReader: Reader = {
  reads: 'images (an address, a list of them, or `[{"url", "index"}]`)',
  read(value) {
    const given = typeof value === 'string' && /^\s*\[/.test(value) ? parsedOrUndefined(value) : value;
    if (typeof given === 'string') return saysNothing(given.trim()) ? undefined : [{ url: given.trim(), index: 0 }];
    if (!Array.isArray(given)) return unreadable('an address of an image, or a list of them', value);
    return given.every((each) => typeof each === 'string')
      ? given.map((url, index) => ({ url, index }))
      : JSON.stringify(given);
  },
};

/** Pictures. */
export const images = reading(imagesReader);

const jsonReader: Reader = {
  reads: 'JSON (itself or in a text)',
  read: (value) => (typeof value === 'object' ? JSON.stringify(value) : textReader.read(value, { told: {} })),
};

/** JSON, as itself or in a text. */
export const json = reading(jsonReader);

const flagReader: Reader = {
  reads: 'yes or no (0, 1, true, false)',
  read: (value) => (value === '' ? undefined : (words.get(value) ?? value)),
};

const words: ReadonlyMap<unknown, boolean> = new Map([
  ['true', true],
  ['false', false],
]);

/** Yes or no. */
export const flag = reading(flagReader);

const numberReader: Reader = {
  reads: 'number',
  read(value) {
    if (typeof value === 'number') return value < 0 ? unreadable('a number', value) : value;
    if (typeof value !== 'string') return unreadable('a number', value);
    const given = value.trim();
    if (saysNothing(given)) return undefined;
    return /^\d+(\.\d+)?$/.test(given) ? Number(given) : unreadable('a number', value);
  },
};

/** A number as it stands, such as a rating. */
export const number = reading(numberReader);

/** The same in every record. */
export function always(value: string | number) {
  return { from: [], reader: { reads: `always \`${value}\``, read: () => value }, constant: value };
}
