import { afterAll, beforeAll, expect, test } from "vitest";
import { ASK_ONCE, choose, type TestScans, testScans } from "./test-scans.ts";

/** Banners in the structure, and with the names and words, that consent platforms give them. */
let scans: TestScans;
beforeAll(async () => {
  scans = await testScans();
}, 60_000);
afterAll(() => scans?.close());

const ASKED = /BANNER|REJECT|WALL/;
const FIXED = "position:fixed;bottom:0;left:0;right:0;background:#fff;padding:20px";
const PRESS = "min-width:150px;height:44px;font-size:15px;color:#fff;background:#165;border:0";
const LATE = (html: string) => `<script>setTimeout(() => {
  if (document.cookie.includes("choice=")) return;
  const bar = document.createElement("div"); bar.id = "bar"; bar.innerHTML = ${JSON.stringify(html)}; document.body.append(bar); }, 700);
  </script><footer><button>Cookie settings</button></footer>`;
const on = (choice: string) => `style="${PRESS}" onclick="${choose(choice)}"`;
const WORDS =
  "We and our partners use cookies to store and read information on your device, for content and for ads that are of interest to you.";

const PLATFORMS: Record<string, string> = {
  OneTrust: LATE(`<div id="onetrust-consent-sdk"><div id="onetrust-banner-sdk" role="region" style="${FIXED}">
    <div id="onetrust-policy-text">${WORDS}</div><div id="onetrust-button-group"><button id="onetrust-pc-btn-handler" style="${PRESS}">Cookies Settings</button>
    <button id="onetrust-reject-all-handler" ${on("no")}>Reject All</button><button id="onetrust-accept-btn-handler" ${on("yes")}>Accept All Cookies</button></div></div></div>`),
  Cookiebot:
    `<script>window.Cookiebot = { hasResponse: false, dialog: {} }</script>` +
    LATE(`<div id="CybotCookiebotDialog" role="dialog" style="${FIXED}"><div id="CybotCookiebotDialogBodyContentText">${WORDS}</div>
    <button id="CybotCookiebotDialogBodyButtonDecline" ${on("no")}>Deny</button><button id="CybotCookiebotDialogBodyLevelButtonCustomize" style="${PRESS}">Customize</button>
    <button id="CybotCookiebotDialogBodyLevelButtonLevelOptinAllowAll" ${on("yes")}>Allow all</button></div>`),
  Usercentrics: LATE(`<div id="usercentrics-root"></div>`).replace(
    "document.body.append(bar);",
    `document.body.append(bar); const root = bar.querySelector("#usercentrics-root").attachShadow({ mode: "open" });
     root.innerHTML = ${JSON.stringify(`<div data-testid="uc-container" role="dialog" style="${FIXED}"><p>${WORDS}</p><button data-testid="uc-deny-all-button" ${on("no")}>Deny</button><button data-testid="uc-accept-all-button" ${on("yes")}>Accept All</button></div>`)};`,
  ),
  Didomi:
    LATE(`<div id="didomi-host"><div id="didomi-notice" role="dialog" aria-modal="true" style="${FIXED}"><div class="didomi-notice-text">${WORDS}</div>
    <button id="didomi-notice-disagree-button" ${on("no")}>Disagree and close</button><button id="didomi-notice-agree-button" ${on("yes")}>Agree and close</button></div></div>`),
  Complianz:
    LATE(`<div id="cmplz-cookiebanner-container"><div class="cmplz-cookiebanner" style="${FIXED}"><div class="cmplz-message">${WORDS}</div>
    <button class="cmplz-btn cmplz-accept" ${on("yes")}>Accepteren</button><button class="cmplz-btn cmplz-deny" ${on("no")}>Weiger</button></div></div>`),
  CookieYes:
    LATE(`<div class="cky-consent-container" style="${FIXED}"><div class="cky-consent-bar"><p>${WORDS}</p><button class="cky-btn cky-btn-reject" ${on("no")}>Reject All</button>
    <button class="cky-btn cky-btn-accept" ${on("yes")}>Accept All</button></div></div>`),
};

test("a refusal and an agreement are given to each, and nothing is held against it", async () => {
  const tracks = `<script>if (document.cookie.includes("choice=yes")) document.cookie = "_ga=1"</script>`;
  const scanOf = async ([name, banner]: [string, string]) => {
    const { of, types, reasons } = await scans.scan({ "/": `${banner}${tracks}` });
    const measured = of("CHOICES_MEASURED")[0]?.reasons.join("; ") ?? "";
    return {
      name,
      platform: /consent platform: ([^;]+)/.exec(measured)?.[1],
      found: types(/BANNER|REJECT|WALL|COOKIE_BEFORE/),
      measured: /after refusing: 1 cookies.*after agreeing: 2 cookies.*presses to refuse: 1;/.test(measured),
      missed: Object.keys(reasons).filter((reason) => /(?:refusing|agreeing).*not tested/.test(reason)),
    };
  };
  // Each is several visitors at a time: so many are enough for one browser.
  const all = Object.entries(PLATFORMS);
  const scanned = [
    ...(await Promise.all(all.slice(0, 3).map(scanOf))),
    ...(await Promise.all(all.slice(3).map(scanOf))),
  ];
  expect(scanned).toEqual(
    Object.keys(PLATFORMS).map((name) => ({ name, platform: name, found: [], measured: true, missed: [] })),
  );
}, 90_000);

test("a platform in a frame of its own, and one that has a second layer in place of the first", async () => {
  const framed = `<script>if (!document.cookie.includes("choice=")) document.write('<div id="bar" style="position:fixed;inset:0"><iframe id="sp_message_iframe_1" src="/message" style="position:absolute;bottom:0;width:100%;height:300px"></iframe></div>')</script>
    <footer><a href="#">Privacy settings</a></footer>`;
  const inFrame = (choice: string) =>
    `style="${PRESS}" onclick="document.cookie='choice=${choice}'; parent.document.getElementById('bar').remove()"`;
  const layered = `<div id="bar"><div id="first" class="fc-consent-root" style="${FIXED}"><p>${WORDS}</p><button ${on("yes")}>Consent to all, I agree</button>
    <button style="${PRESS}" onclick="document.getElementById('first').remove(); document.getElementById('second').hidden = false">Manage options</button></div>
    <div id="second" class="fc-consent-root" hidden style="${FIXED}"><p>Manage your data: cookies and consent.</p><label><input type="checkbox">Ads</label>
    <button ${on("no")}>Confirm choices</button></div></div>${ASK_ONCE}`;
  const [frame, layers] = await Promise.all([
    scans.scan({
      "/": framed,
      "/message": `<p>${WORDS}</p><button ${inFrame("no")}>Reject all</button><button ${inFrame("yes")}>Accept all</button>`,
    }),
    scans.scan({ "/": layered }),
  ]);
  expect(frame.types(ASKED)).toEqual([]);
  expect(frame.of("CHOICES_MEASURED")[0]?.reasons).toContain("presses to refuse: 1");
  expect(layers.types(ASKED)).toEqual(["BANNER_MORE_CLICKS", "BANNER_WITHOUT_REJECT"]);
  expect(layers.of("BANNER_MORE_CLICKS")[0]?.reasons).toEqual(["1 press to agree", "2 to refuse"]);
}, 60_000);

test("the platform is named on a page that lets no script be evaluated, and a page that plays its part is not believed", async () => {
  const script = `if (!document.cookie.includes("choice=")) document.body.insertAdjacentHTML("beforeend",
    '<div id="didomi-host"><div id="bar" style="${FIXED}"><p>${WORDS}</p><button id="yes">Accept all</button><button id="no">Reject all</button></div></div>');
    for (const id of ["yes", "no"]) document.getElementById(id)?.addEventListener("click", () => { document.cookie = "choice=" + id; document.getElementById("bar").remove(); });`;
  const play = `window.autoconsentSendMessage = window.autoconsentReceiveMessage = () => { throw new Error("mine"); };
    window.scanSent = [{ type: "cmpDetected", cmp: "Invented" }];`;
  const strict = (page: string) => (_: unknown, response: { setHeader: Function; end: Function }) => {
    response.setHeader(
      "content-security-policy",
      "default-src 'none'; script-src 'self'; style-src 'unsafe-inline'",
    );
    response.end(page);
  };
  const [closed, unknown] = await Promise.all([
    scans.scan({ "/": strict(`<body><script src="/a.js"></script>`), "/a.js": play + script }),
    scans.scan({
      "/": `<body><script src="/a.js"></script>`,
      "/a.js": play + script.replace("didomi-host", "our-own"),
    }),
  ]);
  const named = ({ of }: typeof closed) =>
    of("CHOICES_MEASURED").map(({ reasons }) =>
      reasons.filter((reason) => reason.startsWith("consent platform")),
    );
  expect(named(closed)).toEqual([["consent platform: Didomi"]]);
  expect(named(unknown)).toEqual([[]]);
}, 60_000);
