/**
 * Failed sign-ins by network address, beside the count of each account (`lockout.ts`): one machine that tries a few passwords on many accounts locks
 * none of them, and is stopped here. In memory and bounded: the portal is one web server, and a restart may forget.
 */
import { isIPv6 } from "node:net";

/** A whole office may stand behind one address: enough for its mistypings, far too few for guessing. */
export const ADDRESS_FAILURES_MAX = 50;
export const ADDRESS_WINDOW_MS = 15 * 60_000;
const ADDRESSES_MAX = 20_000;

interface Failures {
  count: number;
  /** When the first of them is forgotten, and all others with it. */
  readonly until: number;
}

export interface AddressLimit {
  /** Whether this address has failed too often lately. */
  readonly isClosed: (address: string, now: Date) => boolean;
  readonly countFailure: (address: string, now: Date) => void;
  /** Addresses remembered; never more than `addressesMax`. */
  readonly size: () => number;
}

export function createAddressLimit(addressesMax = ADDRESSES_MAX): AddressLimit {
  const byNetwork = new Map<string, Failures>();
  const current = (network: string, now: Date): Failures | undefined => {
    const known = byNetwork.get(network);
    if (!known || known.until > now.getTime()) return known;
    byNetwork.delete(network);
    return undefined;
  };
  return {
    isClosed: (address, now) => (current(networkOf(address), now)?.count ?? 0) >= ADDRESS_FAILURES_MAX,
    countFailure: (address, now) => {
      const network = networkOf(address);
      const known = current(network, now);
      if (known) {
        known.count += 1;
        return;
      }
      // The oldest goes: a flood from many addresses must not fill the memory.
      const [oldest] = byNetwork.keys();
      if (byNetwork.size >= addressesMax && oldest !== undefined) byNetwork.delete(oldest);
      byNetwork.set(network, { count: 1, until: now.getTime() + ADDRESS_WINDOW_MS });
    },
    size: () => byNetwork.size,
  };
}

/** An IPv6 customer has a whole /64 of addresses: they count as one. IPv4 inside IPv6 counts as IPv4. */
function networkOf(address: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address);
  if (mapped?.[1]) return mapped[1];
  if (!isIPv6(address)) return address;
  const [head = "", tail] = address.toLowerCase().split("::");
  const groups = head === "" ? [] : head.split(":");
  if (tail !== undefined) {
    const behind = tail === "" ? [] : tail.split(":");
    while (groups.length + behind.length < 8) groups.push("0");
    groups.push(...behind);
  }
  return groups
    .slice(0, 4)
    .map((group) => group.replace(/^0+(?=.)/, ""))
    .join(":");
}
