import { isIPv6, SocketAddress } from 'node:net';

/** Groups of 16 bits in the first half of an IPv6 address. */
const HALF = 4;

/**
 * What attempts from an address are counted for: an IPv4 address, also one written as IPv6, counts by itself; an IPv6
 * host has a whole /64 to itself, in whatever way its address is written.
 */
export function networkOf(address: string): string {
  const bare = address.replace(/%.*$/, '');
  if (!isIPv6(bare)) return bare;
  const groups = groupsOf(bare);
  const isMapped = groups.slice(0, 5).every((group) => group === 0) && groups[5] === 0xff_ff;
  return isMapped
    ? ipv4Of(groups.slice(6))
    : groups
        .slice(0, HALF)
        .map((group) => group.toString(16))
        .join(':');
}

/** The eight groups of an IPv6 address. */
function groupsOf(address: string): number[] {
  const { address: short } = new SocketAddress({ address, family: 'ipv6' });
  const [head = '', tail] = short.replace(/[\d.]+$/, dottedAsGroups).split('::');
  const before = numbersOf(head);
  const after = numbersOf(tail ?? '');
  return [...before, ...Array.from({ length: 8 - before.length - after.length }, () => 0), ...after];
}

function dottedAsGroups(ending: string): string {
  const [a = 0, b = 0, c = 0, d] = ending.split('.').map(Number);
  return d === undefined ? ending : `${(a * 256 + b).toString(16)}:${(c * 256 + d).toString(16)}`;
}

const numbersOf = (groups: string): number[] =>
  groups === '' ? [] : groups.split(':').map((group) => Number.parseInt(group, 16));

const ipv4Of = (groups: readonly number[]): string =>
  groups.flatMap((group) => [group >> 8, group & 0xff]).join('.');
