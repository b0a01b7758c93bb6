import ipaddr from 'ipaddr.js';

/** How many bits of an address count. */
type Bits = { ipv4: number; ipv6: number };

/** Who sends, as far as addresses tell: one IPv4 address, or the /64 of IPv6 that a customer can use at will. */
export const clientOf = (address = ''): string => networkOf(address, { ipv4: 32, ipv6: 64 });

/** Where a client is at home: enough to tell providers and companies apart, too little to find a person by. */
export const neighbourhoodOf = (client: string): string => networkOf(client, { ipv4: 24, ipv6: 48 });

/** In CIDR notation; `unknown` for what is no address. */
function networkOf(text: string, bits: Bits): string {
  const address = withoutPort(text.replace(/\/\d+$/, ''));
  if (!ipaddr.isValid(address)) return 'unknown';
  const parsed = ipaddr.process(address);
  const kept = bits[parsed.kind()];
  const bytes = parsed.toByteArray().map((byte, index) => (8 * index < kept ? byte : 0));
  return `${ipaddr.fromByteArray(bytes)}/${kept}`;
}

/** Some proxies add the port, which is another one with each connection. */
const withoutPort = (address: string): string =>
  address.replace(/^\[(.*)\](:\d+)?$/, '$1').replace(/^([\d.]+):\d+$/, '$1');
