import { describe, expect, test } from "vitest";
import { addressFault, isPublicAddress } from "./address.ts";

describe("addresses that may be called", () => {
  test.each(["https://hooks.example.org/a?b=c", "https://example.nl/", "https://xn--bcher-kva.example.org"])(
    "%s",
    (url) => expect(addressFault(url)).toBe(null),
  );

  test.each([
    ["http://example.org/", "not_https"],
    ["ftp://example.org/", "not_https"],
    ["javascript:alert(1)", "not_https"],
    ["no address", "not_https"],
    ["https://user:secret@example.org/", "user_info"],
    ["https://example.org:8443/", "port"],
    ["https://127.0.0.1/", "ip_literal"],
    ["https://127.1/", "ip_literal"],
    ["https://0x7f000001/", "ip_literal"],
    ["https://2130706433/", "ip_literal"],
    ["https://017700000001/", "ip_literal"],
    ["https://8.8.8.8/", "ip_literal"],
    ["https://[::1]/", "ip_literal"],
    ["https://[::ffff:10.0.0.1]/", "ip_literal"],
    ["https://[2606:4700::1111]/", "ip_literal"],
    ["https://localhost/", "private_host"],
    ["https://LOCALHOST./", "private_host"],
    ["https://a.localhost/", "private_host"],
    ["https://db.internal/", "private_host"],
    ["https://metadata.google.internal/", "private_host"],
    ["https://printer.local/", "private_host"],
    ["https://intranet/", "private_host"],
    ["https://１２７.０.０.１/", "ip_literal"],
  ])("%s is refused as %s", (url, why) => expect(addressFault(url)).toBe(why));
});

describe("addresses that names lead to", () => {
  test.each([
    "8.8.8.8",
    "1.1.1.1",
    "172.15.0.1",
    "172.32.0.1",
    "100.128.0.1",
    "2606:4700::1111",
    "2a00:1450:400e::5",
  ])("%s is public", (address) => expect(isPublicAddress(address)).toBe(true));

  test.each([
    ...[
      "0.0.0.0",
      "10.1.2.3",
      "100.64.0.1",
      "127.0.0.1",
      "169.254.169.254",
      "172.16.0.1",
      "172.31.255.255",
      "192.168.1.1",
    ],
    ...["198.18.0.1", "224.0.0.1", "255.255.255.255", "256.1.1.1", "1.2.3", "", "x"],
    ...[
      "::1",
      "::",
      "::ffff:8.8.8.8",
      "fe80::1",
      "fc00::1",
      "fd12::1",
      "ff02::1",
      "2002:7f00:1::",
      "2001:0:1::",
      "2001:db8::1",
      "64:ff9b::7f00:1",
    ],
  ])("%s is not", (address) => expect(isPublicAddress(address)).toBe(false));
});
