import { isIP } from 'node:net';
import ipaddr, { type IPv4, type IPv6 } from 'ipaddr.js';

/** What has been given out to the internet so far; all of IPv6 that is unicast and public is in it. */
const globalUnicast = ipaddr.IPv6.parseCIDR('2000::/3');

/** By their numbers public, but reached only inside a cloud, where they are metadata and services of its network. */
const insideClouds = {
  v4: [
    // Azure: metadata and DNS of every machine.
    '168.63.129.16/32',
    // IBM Cloud: services of its private network.
    '161.26.0.0/16',
    '166.8.0.0/14',
    // Google Cloud: private.googleapis.com and restricted.googleapis.com.
    '199.36.153.4/30',
    '199.36.153.8/30',
  ].map((block) => ipaddr.IPv4.parseCIDR(block)),
  v6: ['2600:2d00:2:1000::/64', '2600:2d00:2:2000::/64'].map((block) => ipaddr.IPv6.parseCIDR(block)),
};

/** The ranges of IPv4 that lead somewhere inside when they are the end of an IPv6 address. */
const insideRanges: readonly string[] = ['private', 'loopback', 'linkLocal', 'carrierGradeNat'];

/**
 * Whether an address is one of the public internet, and not of this machine, its network, the inside of a cloud, or a
 * way round to these: mapped, translated and tunnelled IPv4 addresses are none, whatever they lead to.
 *
 * @param address IPv4 in four decimal parts or IPv6, as a resolver gives it; anything else is not public.
 */
export function isPublicAddress(address: string): boolean {
  if (isIP(address) === 0 || address.includes('%')) return false;
  const parsed = ipaddr.parse(address);
  if (parsed.range() !== 'unicast') return false;
  return parsed instanceof ipaddr.IPv4 ? !isInsideCloud(parsed) : isPublicIPv6(parsed as IPv6);
}

function isInsideCloud(address: IPv4): boolean {
  return insideClouds.v4.some((block) => address.match(block));
}

function isPublicIPv6(address: IPv6): boolean {
  if (!address.match(globalUnicast) || insideClouds.v6.some((block) => address.match(block))) return false;
  return !isTunnel(address) && !isTranslated(address);
}

/** ISATAP (RFC 5214): any network, then 5efe and an IPv4 address. */
function isTunnel({ parts }: IPv6): boolean {
  return ((parts[4] ?? 0) & ~0x200) === 0 && parts[5] === 0x5efe;
}

/**
 * NAT64 with a prefix of the network's own (RFC 6052), which is not known here: it ends in an IPv4 address after zeros.
 */
function isTranslated(address: IPv6): boolean {
  if (address.parts[4] !== 0 || address.parts[5] !== 0) return false;
  const end = new ipaddr.IPv4(address.toByteArray().slice(12));
  return insideRanges.includes(end.range()) || isInsideCloud(end);
}
