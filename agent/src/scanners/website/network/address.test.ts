import fc from "fast-check";
import { expect, test } from "vitest";
import { addressKind } from "./address.ts";
import { judgeAddresses, readDestination } from "./destination.ts";

test("addresses of this network, of this machine and of clouds are told from public ones", () => {
  const kinds = {
    "8.8.8.8": "public",
    "145.101.1.1": "public",
    "10.0.0.1": "private",
    "172.15.255.255": "public",
    "172.16.0.1": "private",
    "172.31.255.255": "private",
    "172.32.0.0": "public",
    "192.168.1.1": "private",
    "100.63.255.255": "public",
    "100.64.0.1": "private",
    "100.127.255.255": "private",
    "100.128.0.0": "public",
    "127.0.0.1": "loopback",
    "127.255.255.254": "loopback",
    "0.0.0.0": "loopback",
    "0.1.2.3": "loopback",
    "169.254.1.1": "link-local",
    "169.254.169.254": "metadata",
    "168.63.129.16": "metadata",
    "224.0.0.1": "multicast",
    "239.255.255.255": "multicast",
    "255.255.255.255": "reserved",
    "198.18.0.1": "reserved",
    "::": "loopback",
    "::1": "loopback",
    "0:0:0:0:0:0:0:1": "loopback",
    "fe80::1": "link-local",
    "fd00:ec2::254": "metadata",
    "fd12:3456::1": "private",
    "ff02::1": "multicast",
    "2a00:1450:400e::1": "public",
    "2001:db8::1": "reserved",
    "::ffff:10.0.0.1": "private",
    "::ffff:a00:1": "private",
    "::ffff:8.8.8.8": "public",
    "::ffff:169.254.169.254": "metadata",
    "::127.0.0.1": "loopback",
    "64:ff9b::7f00:1": "loopback",
    "64:ff9b::808:808": "public",
    "64:ff9b:1::1": "private",
    "2002:7f00:1::": "loopback",
    "2002:808:808::": "public",
    "2001:0:4136:e378:8000:63bf:3fff:fdd2": "reserved",
    "4000::1": "reserved",
  };
  for (const [address, kind] of Object.entries(kinds))
    expect([address, addressKind(address)]).toEqual([address, kind]);
  for (const text of ["example.org", "1.2.3", "fe80::1%eth0", "", "0x7f.1"])
    expect(addressKind(text)).toBeNull();
});

test("every IPv4 address is of the same kind however it is wrapped in IPv6", () => {
  fc.assert(
    fc.property(fc.tuple(fc.nat(255), fc.nat(255), fc.nat(255), fc.nat(255)), ([a, b, c, d]) => {
      const plain = addressKind(`${a}.${b}.${c}.${d}`);
      const high = ((a << 8) | b).toString(16);
      const low = ((c << 8) | d).toString(16);
      expect(addressKind(`::ffff:${a}.${b}.${c}.${d}`)).toBe(plain);
      expect(addressKind(`::ffff:${high}:${low}`)).toBe(plain);
      expect(addressKind(`64:ff9b::${high}:${low}`)).toBe(plain);
      expect(addressKind(`2002:${high}:${low}::1`)).toBe(plain);
    }),
  );
});

test("all spellings of a host come to one", () => {
  for (const text of [
    "127.0.0.1",
    "2130706433",
    "0x7f.1",
    "017700000001",
    "0x7f000001",
    "127.1",
    "１２７.0.0.1",
  ])
    expect(readDestination(text, 80)).toEqual({ host: "127.0.0.1", port: 80 });
  expect(readDestination("::1", 80)).toEqual({ host: "::1", port: 80 });
  expect(readDestination("[::FFFF:7f00:1]", 80)).toEqual({ host: "::ffff:7f00:1", port: 80 });
  expect(readDestination("Example.ORG", 443)).toEqual({ host: "example.org", port: 443 });
  expect(readDestination("_dmarc.a_b.example.org", 443)).toEqual({
    host: "_dmarc.a_b.example.org",
    port: 443,
  });
  for (const text of [
    "",
    "a b",
    "example.org.",
    "a/b",
    "user@example.org",
    "a#b",
    "[::1",
    "-x.example.org",
    "1.2.3.400",
  ])
    expect([text, readDestination(text, 80)]).toEqual([text, null]);
  for (const port of [0, -1, 65_536, 1.5, Number.NaN])
    expect(readDestination("example.org", port)).toBeNull();
});

test("a listed name may lead inside, an unlisted one may not, and none may move from outside to inside", () => {
  const listed = [
    { host: "intranet.example.org" },
    { host: "dev.example.org", port: 3000 },
    { host: "169.254.169.254" },
  ];
  const judge = (host: string, port: number, addresses: string[], before?: "internet" | "inside") => {
    const verdict = judgeAddresses({ host, port }, addresses, listed, before);
    return verdict.ok ? verdict.standing : verdict.reason;
  };
  expect(judge("intranet.example.org", 443, ["10.0.0.5"])).toBe("inside");
  expect(judge("dev.example.org", 3000, ["127.0.0.1", "::1"])).toBe("inside");
  expect(judge("dev.example.org", 443, ["127.0.0.1"])).toContain("does not list");
  expect(judge("www.example.org", 443, ["10.0.0.5"])).toContain("does not list");
  expect(judge("www.example.org", 443, ["93.184.215.14"])).toBe("internet");
  expect(judge("www.example.org", 443, ["93.184.215.14", "10.0.0.5"])).toContain("does not list");
  expect(judge("www.example.org", 443, ["10.0.0.5"], "internet")).toContain("changed");
  expect(judge("intranet.example.org", 443, ["10.0.0.5"], "internet")).toContain("changed");
  expect(judge("intranet.example.org", 443, ["169.254.169.254"])).toContain("metadata");
  expect(judge("intranet.example.org", 443, ["fe80::1"])).toContain("does not list");
  expect(judge("169.254.169.254", 80, ["169.254.169.254"])).toBe("inside");
  expect(judge("www.example.org", 25, ["93.184.215.14"])).toContain("port");
  expect(judge("www.example.org", 6379, ["93.184.215.14"])).toContain("port");
  expect(judge("www.example.org", 8443, ["93.184.215.14"])).toBe("internet");
  expect(judge("nowhere.example.org", 443, [])).toContain("no address");
});
