import { expect, test } from "vitest";
import type { SeenRequest } from "./look.ts";
import { judgeTransfers } from "./judge-look.ts";
import { described, isThirdParty, thirdCountryOf, vendorAt } from "./vendors.ts";

const start = new URL("https://www.example.nl/");
const country = (host: string) => {
  const vendor = vendorAt(`https://${host}/x`);
  return vendor === null ? "nobody's" : thirdCountryOf(vendor);
};

test.each([
  ["www.google-analytics.com", "United States"],
  ["fonts.googleapis.com", "United States"],
  ["connect.facebook.net", "United States"],
  ["px.ads.linkedin.com", "United States"],
  ["secure.adnxs.com", "United States"],
  ["mc.yandex.ru", "Russia"],
  ["hm.baidu.com", "China"],
  // In the EEA, in a country with an adequacy decision, or where this table is not certain.
  ["static.hotjar.com", null],
  ["static.criteo.net", null],
  ["cdn.shopify.com", null],
  ["analytics.tiktok.com", null],
  ["cdn.matomo.cloud", null],
  ["unknown.example", "nobody's"],
])("%s: %s", (host, seat) => {
  expect(country(host)).toBe(seat);
});

test("a vendor is described with its seat where that is known, and the site's own hosts are no third parties", () => {
  const said = (address: string) => {
    const vendor = vendorAt(address);
    return vendor && described(vendor);
  };
  expect(said("https://static.hotjar.com/x")).toBe("Hotjar: analytics, EEA");
  expect(said("https://analytics.tiktok.com/x")).toBe("TikTok: social");
  expect(isThirdParty("https://cdn.example.nl/x", start)).toBe(false);
  expect(isThirdParty("https://example.com/x", start)).toBe(true);
  expect(isThirdParty("about:blank", start)).toBe(false);
});

test("transfers are told once a country, with who is there, and not of the site's own", () => {
  const asked = (...hosts: string[]): SeenRequest[] =>
    hosts.map((host) => ({ address: `https://${host}/x`, kind: "script", askedBy: null }));
  const faults = judgeTransfers(
    asked(
      "www.google-analytics.com",
      "connect.facebook.net",
      "mc.yandex.ru",
      "static.hotjar.com",
      "a.example.nl",
    ),
    start,
  );
  expect(faults.map(({ reasons }) => reasons[0])).toEqual([
    "seat in United States: Google Analytics, Facebook",
    "seat in Russia: Yandex Metrica",
  ]);
  expect(judgeTransfers(asked("static.hotjar.com", "unknown.example"), start)).toEqual([]);
});
