import { type IncomingMessage, request } from 'node:http';
import { isIPv4 } from 'node:net';
import type { Connector } from './connector.ts';
import { OriginFailure } from './origin-failure.ts';
import { isPublicAddress } from './public-address.ts';
import type { Resolver } from './resolver.ts';

/** The two ways out of the process. */
export interface Network {
  readonly resolve: Resolver;
  readonly connect: Connector;
}

const headers = { Accept: 'image/*', 'Accept-Encoding': 'identity', 'User-Agent': 'Vitrine' };

/**
 * Asks for a URL and gives the response without following it. The host is resolved here, once, and all its addresses
 * have to be public; the connection goes to one of these very addresses, so that a second answer of the resolver counts
 * for nothing.
 *
 * @throws OriginFailure refused; what the network reports; the signal's reason
 */
export async function pinnedRequest(url: URL, network: Network, signal: AbortSignal): Promise<IncomingMessage> {
  const address = await publicAddressOf(url, network.resolve, signal);
  const secure = url.protocol === 'https:';
  const port = url.port === '' ? (secure ? 443 : 80) : Number(url.port);
  const target = { address, port, secure, serverName: isNumeric(url) ? '' : url.hostname.replace(/\.$/, '') };
  return new Promise((resolve, reject) => {
    const asked = request({
      path: `${url.pathname}${url.search}`,
      headers: { ...headers, Host: url.host },
      signal,
      createConnection: () => network.connect(target),
    });
    asked.on('response', resolve).on('error', reject).end();
  });
}

async function publicAddressOf(url: URL, resolve: Resolver, signal: AbortSignal): Promise<string> {
  const addresses = isNumeric(url) ? [bare(url.hostname)] : await within(resolve(url.hostname), signal);
  const chosen = addresses.find((each) => isIPv4(each)) ?? addresses[0];
  if (chosen === undefined || !addresses.every(isPublicAddress))
    throw new OriginFailure('refused', `${url.hostname} is not a public host`);
  return chosen;
}

/** The parser has brought every spelling of an address (hexadecimal, octal, one number) into its usual one. */
function isNumeric({ hostname }: URL): boolean {
  return hostname.startsWith('[') || isIPv4(hostname);
}

function bare(hostname: string): string {
  return hostname.replace(/^\[|\]$/g, '');
}

/** A look-up cannot be called off, but need not be waited for. */
function within<Result>(work: Promise<Result>, signal: AbortSignal): Promise<Result> {
  return new Promise((resolve, reject) => {
    const giveUp = () => reject(signal.reason);
    if (signal.aborted) return giveUp();
    signal.addEventListener('abort', giveUp, { once: true });
    work.then(resolve, reject).finally(() => signal.removeEventListener('abort', giveUp));
  });
}
