import { BlockList, isIP } from 'node:net';

const BITS = { ipv4: 32, ipv6: 128 } as const;

/**
 * Reads addresses and networks (`172.30.0.0/24`), separated by commas; undefined for none.
 * @param problems told what is no address or network
 */
export function readTrustedProxies(text: string | undefined, problems: string[]): BlockList | undefined {
  const entries = (text ?? '').split(',').map((entry) => entry.trim());
  const given = entries.filter((entry) => entry !== '');
  const list = new BlockList();
  for (const entry of given) if (!add(list, entry)) problems.push(flaw(entry));
  return given.length === 0 ? undefined : list;
}

function add(list: BlockList, entry: string): boolean {
  const [address = '', prefix, ...more] = entry.split('/');
  const version = isIP(address);
  if (version === 0 || more.length > 0) return false;
  const family = version === 6 ? 'ipv6' : 'ipv4';
  const bits = prefix === undefined ? BITS[family] : Number(prefix);
  // A prefix of nothing is everybody, whose word is worth nothing.
  if (!/^\d{1,3}$/.test(prefix ?? '1') || bits < 1 || bits > BITS[family]) return false;
  list.addSubnet(address, bits, family);
  return true;
}

const flaw = (entry: string): string =>
  `TRUSTED_PROXIES must hold addresses or networks like 172.30.0.0/24, not ${JSON.stringify(entry)}`;
