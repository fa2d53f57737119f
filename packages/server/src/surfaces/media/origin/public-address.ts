import { isIP } from 'node:net';
import ipaddr from 'ipaddr.js';

/** What has been given out to the internet so far; all of IPv6 that is unicast and public is in it. */
const globalUnicast = ipaddr.IPv6.parseCIDR('2000::/3');

/**
 * Whether an address is one of the public internet, and not of this machine, its network, or a way round to these: mapped,
 * translated (NAT64) and tunnelled IPv4 addresses are none, whatever they lead to.
 *
 * @param address IPv4 in four decimal parts or IPv6, as a resolver gives it; anything else is not public.
 */
export function isPublicAddress(address: string): boolean {
  if (isIP(address) === 0 || address.includes('%')) return false;
  const parsed = ipaddr.parse(address);
  if (parsed.range() !== 'unicast') return false;
  return parsed instanceof ipaddr.IPv4 || parsed.match(globalUnicast);
}
