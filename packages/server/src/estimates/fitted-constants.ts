import { type FittedSetting, fittedSettings } from '../warehouse/publish/settings.ts';

/** What a fit found: only what no variable of the environment sets. */
export type FittedConstants = { readonly [Setting in FittedSetting]?: number };

/** What of fitted constants holds beside settings, of which some are given and win. */
export function holding(constants: FittedConstants, given: readonly FittedSetting[]): FittedConstants {
  return Object.fromEntries(
    fittedSettings.flatMap((name) => {
      const value = constants[name];
      return value === undefined || given.includes(name) ? [] : [[name, value]];
    }),
  );
}
