import { addressSeparator } from '../../catalogue/domains.ts';
import type { Clock } from '../../kernel/clock.ts';
import type { Lookup } from '../lookups.ts';
import { imageUrl } from './origin/image-url.ts';
import { signedPath } from './signed-address.ts';

export interface CoverLookupParts {
  /** Which of the addresses observations name. */
  observed(addresses: readonly string[]): Promise<ReadonlySet<string>>;
  /** What addresses are signed with. */
  readonly key: Buffer;
  readonly clock: Clock;
}

/** Answers `cover-download`: nothing is fetched before somebody asks for an image. */
export function coverLookup({ observed, key, clock }: CoverLookupParts): Lookup {
  return async ({ cover_urls = '' }, origin) => {
    const addresses = cover_urls.split(addressSeparator);
    const known = await observed(addresses);
    const converted = (address: string) =>
      known.has(address) && imageUrl(address) !== undefined ? origin + signedPath(address, key, clock.now()) : '';
    return addresses.map((address) => coverRow(address, converted(address)));
  };
}

/** Clients read a row in three ways: its first name and value, the value under the address, or the two fields. */
function coverRow(original: string, converted: string): Readonly<Record<string, string>> {
  return { [original]: converted, original_url: original, converted_url: converted };
}
