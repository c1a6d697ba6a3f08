/**
 * What the browser calls itself: as the same Chromium does that has a window, since many sites give one that says it is headless
 * another page than their visitors get. Whoever would rather make himself known to a site gives a name of his own.
 */
import type { BrowserContext } from "playwright-core";
import { sessionOf } from "./tab-session.ts";

const PLATFORMS: Readonly<Record<string, string>> = { darwin: "macOS", win32: "Windows" };
const HEADLESS = /HeadlessChrome\/[\d.]+/;

export interface Appearance {
  userAgent: string;
  /** Client hints, as CDP takes them (Emulation.setUserAgentOverride). */
  userAgentMetadata: {
    brands: { brand: string; version: string }[];
    fullVersionList: { brand: string; version: string }[];
    platform: string;
    platformVersion: string;
    architecture: string;
    bitness: string;
    model: string;
    mobile: boolean;
  };
}

/** `usual`: how the browser names itself without a word from us; `named`: what is sent in its place. Pure. */
export function appearanceOf(
  { usual, version, platform, arch }: { usual: string; version: string; platform: string; arch: string },
  isMobile: boolean,
  named?: string,
): Appearance {
  const [major = ""] = version.split(".");
  // Chrome tells no more than its first number since version 101.
  const short = `Chrome/${major}.0.0.0`;
  const onDesk = usual.replace(HEADLESS, short);
  const onPhone = onDesk.replace(/\([^)]*\)/, "(Linux; Android 10; K)").replace(short, `${short} Mobile`);
  const brands = (full: boolean) => [
    { brand: "Not_A Brand", version: full ? "8.0.0.0" : "8" },
    { brand: "Chromium", version: full ? version : major },
  ];
  return {
    userAgent: named ?? (isMobile ? onPhone : onDesk),
    userAgentMetadata: {
      brands: brands(false),
      fullVersionList: brands(true),
      platform: isMobile ? "Android" : (PLATFORMS[platform] ?? "Linux"),
      platformVersion: isMobile ? "10" : "",
      architecture: isMobile ? "" : arch.startsWith("arm") ? "arm" : "x86",
      bitness: isMobile ? "" : "64",
      model: isMobile ? "K" : "",
      mobile: isMobile,
    },
  };
}

/** Every page of a context: Playwright knows the name, and leaves the client hints as they are. */
export function appearAs(context: BrowserContext, appearance: Appearance): void {
  const open = context.newPage.bind(context);
  context.newPage = async () => {
    const page = await open();
    const session = await sessionOf(page);
    await session.send("Emulation.setUserAgentOverride", appearance);
    return page;
  };
}
