export { CoverageCounter } from "../../../pipeline/coverage.ts";
export { NetworkGuard } from "../network/network-guard.ts";
export { BrowserVisitor } from "./browser-visitor.ts";
export { openBrowser } from "./launch.ts";
export { shippedBrowser } from "./shipped-browser.ts";
