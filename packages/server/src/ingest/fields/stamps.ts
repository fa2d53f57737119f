/**
 * How the last value of a field is kept, as SQL: `max` of stamps is the stamp of the last value
 * (schema/005_functions.sql). Parameters are SQL too.
 */
export interface Stamp {
  /** Type of a stamp. */
  readonly kept: 'UInt128' | 'String';
  /** The stamp of a landed value. */
  of(value: string): string;
  /** Type of the value that is read back. */
  readonly current: string;
  /** The value of a stamp, empty if there is none. */
  read(stamp: string): string;
}

export const wholeStamp: Stamp = {
  kept: 'UInt128',
  of: numberStamp,
  current: 'Int64',
  read: (stamp) => `toInt64(${numberIn(stamp)})`,
};

export const smallStamp: Stamp = { ...wholeStamp, current: 'UInt8', read: (stamp) => `toUInt8(${numberIn(stamp)})` };

export const idStamp: Stamp = { ...wholeStamp, current: 'UInt64', read: numberIn };

/** Of decimals with four digits. */
export const decimalStamp: Stamp = {
  kept: 'UInt128',
  of: (value) => numberStamp(`toInt64(toDecimal128(${value}, 4) * 10000)`),
  current: 'Decimal(18, 4)',
  read: (stamp) => `toDecimal64(toInt64(${numberIn(stamp)}), 4) / 10000`,
};

/** Of two or three letters. */
export const lettersStamp: Stamp = {
  kept: 'UInt128',
  of: (value) => numberStamp(`vitrineCode(${value})`),
  current: 'String',
  read: (stamp) => `vitrineLetters(vitrineStamped(${stamp}))`,
};

export const textStamp: Stamp = {
  kept: 'String',
  of: (value) => `vitrineTextStamp(observed_at, ${value})`,
  current: 'String',
  read: (stamp) => `vitrineStampedText(${stamp})`,
};

/** Of a JSON list of images, which is read back in the order of their `index`. */
export const imagesStamp: Stamp = { ...textStamp, read: (stamp) => `vitrineByIndex(${textStamp.read(stamp)})` };

function numberStamp(value: string): string {
  return `vitrineStamp(observed_at, ${value})`;
}

function numberIn(stamp: string): string {
  return `ifNull(vitrineStamped(${stamp}), 0)`;
}
