import { addressCharactersMax } from '../../../catalogue/domains.ts';

const protocols: readonly string[] = ['http:', 'https:'];
const ports: readonly string[] = ['', '80', '443'];

/**
 * The address of an image, when it is one that may be asked for: http or https on their own ports, and nobody's name
 * and password. Whether its host may be asked is known only when that is resolved.
 *
 * @param base what a relative address, such as a redirect's, is relative to.
 */
export function imageUrl(address: string, base?: URL): URL | undefined {
  if (address.length > addressCharactersMax || !URL.canParse(address, base?.href)) return undefined;
  const url = new URL(address, base);
  const isPlain =
    protocols.includes(url.protocol) && ports.includes(url.port) && `${url.username}${url.password}` === '';
  return isPlain ? url : undefined;
}
