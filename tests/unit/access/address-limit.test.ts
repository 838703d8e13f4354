import { describe, expect, it } from "vitest";
import { clientAddress } from "@/app/_session/client-address";
import { ADDRESS_FAILURES_MAX, ADDRESS_WINDOW_MS, createAddressLimit } from "@/lib/access/address-limit";

const start = new Date("2026-11-22T03:00:00Z");
const later = (ms: number) => new Date(start.getTime() + ms);

describe("the limit of failed sign-ins by network address", () => {
  it("closes an address after too many failures, leaves others open, and opens it again", () => {
    const limit = createAddressLimit();
    for (let at = 0; at < ADDRESS_FAILURES_MAX; at++) {
      expect(limit.isClosed("203.0.113.7", later(at))).toBe(false);
      limit.countFailure("203.0.113.7", later(at));
    }
    expect(limit.isClosed("203.0.113.7", later(1000))).toBe(true);
    expect(limit.isClosed("::ffff:203.0.113.7", later(1000))).toBe(true);
    expect(limit.isClosed("203.0.113.8", later(1000))).toBe(false);
    expect(limit.isClosed("203.0.113.7", later(ADDRESS_WINDOW_MS))).toBe(false);
  });

  it("counts the addresses of one IPv6 network as one", () => {
    const limit = createAddressLimit();
    for (let at = 0; at < ADDRESS_FAILURES_MAX; at++) limit.countFailure(`2001:db8:0:1::${at.toString(16)}`, start);
    expect(limit.isClosed("2001:db8::1:dead:beef:0:1", start)).toBe(true);
    expect(limit.isClosed("2001:db8:0:2::1", start)).toBe(false);
  });

  it("remembers no more addresses than it may", () => {
    const limit = createAddressLimit(100);
    for (let at = 0; at < 1000; at++) limit.countFailure(`198.51.100.${at}`, start);
    expect(limit.size()).toBe(100);
  });
});

describe("the network address of a request", () => {
  const headers = (forwarded: string | null) =>
    new Headers({ "x-portal-peer": "10.0.0.9", ...(forwarded === null ? {} : { "x-forwarded-for": forwarded }) });

  it("is the peer's, whatever X-Forwarded-For says, unless proxies were configured", () => {
    expect(clientAddress(headers("203.0.113.7"), 0)).toBe("10.0.0.9");
    expect(clientAddress(headers(null), 0)).toBe("10.0.0.9");
  });

  it("is what the operator's own proxies added at the end, not what a client wrote before it", () => {
    expect(clientAddress(headers("1.2.3.4, 203.0.113.7"), 1)).toBe("203.0.113.7");
    expect(clientAddress(headers("1.2.3.4, 203.0.113.7, 10.0.0.1"), 2)).toBe("203.0.113.7");
    expect(clientAddress(headers("nonsense"), 1)).toBe("10.0.0.9");
    expect(clientAddress(headers(null), 1)).toBe("10.0.0.9");
  });
});
