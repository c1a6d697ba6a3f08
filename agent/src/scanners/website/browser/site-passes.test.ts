import { afterAll, beforeAll, expect, test } from "vitest";
import { ASK_ONCE, BAR, choose, NO, type TestScans, testScans, YES } from "./test-scans.ts";

/** What visitors who refuse, agree, look for more choices or hold a phone get to see. */
let scans: TestScans;
beforeAll(async () => {
  scans = await testScans();
}, 60_000);
afterAll(() => scans?.close());

const ASKED = /BANNER|REJECT|WALL/;
const TRACK = `<script>document.cookie = "_ga=1"</script>`;
const button = (text: string, style: string, press = "no") =>
  `<button style="width:160px;height:40px;font-size:14px;border:0;${style}" onclick="${choose(press)}">${text}</button>`;
const PROSE = `<p>Dit is de site van een werkplaats die de fietsen van de buurt maakt en die ook op zaterdag open is voor wie dat wil.</p>`;

async function saidOf(pages: Record<string, Record<string, string>>) {
  const said = await Promise.all(
    Object.entries(pages).map(async ([name, site]) => [name, (await scans.scan(site)).types(ASKED)]),
  );
  return Object.fromEntries(said) as Record<string, string[]>;
}

test("a banner: missing, right, without a way to refuse, pre-ticked", async () => {
  const box = (id: string, more: string) =>
    `<label><input type="checkbox" checked id="${id}" ${more}>${id}</label>`;
  expect(
    await saidOf({
      missing: { "/": TRACK },
      right: { "/": BAR(YES + NO, ASK_ONCE) + PROSE },
      none: { "/": BAR(`${YES}<div hidden>${NO}</div>`, ASK_ONCE) },
      ticked: {
        "/": BAR(YES + NO + box("noodzakelijk", "disabled") + box("marketing", ""), ASK_ONCE),
      },
      // Words about cookies are no question.
      words: { "/": "<p>Wij bakken cookies. <button>Accepteren</button></p>" },
    }),
  ).toEqual({
    missing: ["BANNER_MISSING"],
    right: [],
    none: ["BANNER_WITHOUT_REJECT"],
    ticked: ["BANNER_PRETICKED"],
    words: [],
  });
}, 90_000);

test("contrast is what a visitor sees, however a colour is written, and unknown where a picture lies behind", async () => {
  const equal = (accept: string, refuse: string, around = "") => ({
    "/": BAR(
      `<div style="${around}">${button("Accepteren", accept, "yes")}${button("Weigeren", refuse)}</div>`,
      ASK_ONCE,
    ),
  });
  expect(
    await saidOf({
      srgb: equal("color:#fff;background:#036", "color:color(srgb 1 1 1);background:color(srgb 0 0.2 0.4)"),
      oklch: equal("color:#fff;background:#036", "color:oklch(1 0 0);background:oklch(0.32 0.1 257)"),
      mixed: equal(
        "color:#fff;background:#036",
        "color:hsl(0 0% 100%);background:color-mix(in oklab, #036, #036)",
      ),
      gradient: equal("color:#fff;background:#036", "color:#ccc;background:linear-gradient(#036, #036)"),
      picture: equal(
        "color:#fff;background:#036",
        "color:#ccc;background:none;border:1px solid",
        "background:url(/x.png)",
      ),
      faint: equal("color:#fff;background:#036", "color:oklch(0.85 0 0);background:color(srgb 1 1 1)"),
      faded: equal("color:#fff;background:#036", "color:#fff;background:#036;opacity:0.25"),
      small: equal("color:#fff;background:#036", "color:#fff;background:#036;width:60px;height:20px"),
    }),
  ).toEqual({
    srgb: [],
    oklch: [],
    mixed: [],
    gradient: [],
    picture: [],
    faint: ["BANNER_UNEQUAL_BUTTONS"],
    faded: ["BANNER_UNEQUAL_BUTTONS"],
    small: ["BANNER_UNEQUAL_BUTTONS"],
  });
}, 90_000);

test("a bare link, more presses, a wall, legitimate interest, no way back and another language", async () => {
  const link = `<a href="#" style="color:#036" onclick="${choose("no")}">Weigeren</a>`;
  const layer = (inner: string) =>
    `<div id="layer" role="dialog" hidden><p>Kies welke cookies u toestaat.</p>${inner}</div>`;
  const open = `<button style="width:160px;height:40px" onclick="document.getElementById('layer').hidden = false">Instellingen</button>`;
  const save = `<button onclick="if (!document.querySelector('#m').checked) { ${choose("no")}; document.getElementById('layer').remove() }">Keuze opslaan</button>`;
  const toggle = (id: string, label: string) =>
    `<label><input type="checkbox" id="${id}" checked>${label}</label>`;
  const wall = (inner: string) =>
    `<div id="bar" style="position:fixed;inset:0;background:#fff"><p>Wij gebruiken cookies.</p>${inner}</div>`;
  const english = `<div id="bar" style="position:fixed;bottom:0;background:#fff"><p>We and our partners use cookies to see what you do on this site and to show you ads that are of interest to you.</p>`;
  // Four visitors at a time: more, and a slow machine cannot press in time.
  const first = await saidOf({
    link: { "/": BAR(YES + link, ASK_ONCE) },
    layers: { "/": BAR(YES + open + layer(toggle("m", "Marketing") + save), ASK_ONCE) },
    interest: {
      "/": BAR(
        YES + NO + open + layer(toggle("m", "Advertenties op grond van gerechtvaardigd belang")),
        ASK_ONCE,
      ),
    },
    wall: { "/": wall(YES) + ASK_ONCE },
  });
  const second = await saidOf({
    pay: { "/": wall(`${YES}<button>Abonnement nemen</button>`) + ASK_ONCE },
    modal: { "/": wall(YES + NO) + ASK_ONCE },
    stuck: {
      "/": BAR(
        YES + NO,
        `<script>if (document.cookie.includes("choice=")) document.getElementById("bar").remove()</script>`,
      ),
    },
    english: { "/": `${english}${YES}${NO}</div>${ASK_ONCE}${PROSE}` },
  });
  expect({ ...first, ...second }).toEqual({
    link: ["BANNER_REJECT_LINK"],
    layers: ["BANNER_MORE_CLICKS", "BANNER_PRETICKED", "BANNER_WITHOUT_REJECT"],
    interest: ["BANNER_LEGITIMATE_INTEREST"],
    wall: ["BANNER_WITHOUT_REJECT", "COOKIE_WALL"],
    pay: ["BANNER_WITHOUT_REJECT", "COOKIE_WALL"],
    modal: [],
    stuck: ["BANNER_WITHOUT_WITHDRAWAL"],
    english: ["BANNER_LANGUAGE"],
  });
}, 120_000);

test("what refusing leaves and agreeing adds is measured, on a second page as well", async () => {
  const onYes = (script: string) =>
    `<script>if (document.cookie.includes("choice=yes")) { ${script} }</script>`;
  const load = (src: string) => `new Image().src = "${src}";`;
  const { of, types, reasons } = await scans.scan({
    "/": `${BAR(YES + NO, ASK_ONCE)}<a href="/two">two</a>${onYes(`document.cookie = "_ga=1"; ${load("https://www.google-analytics.com/collect")}`)}`,
    "/two": `${BAR(YES + NO, ASK_ONCE)}${onYes(load("https://px.ads.linkedin.com/collect"))}
      <script>if (document.cookie.includes("choice=no")) localStorage.setItem("_uetvid", "x")</script>`,
  });
  expect(types(/COOKIE|TRACKER|STORAGE|BANNER|WALL/)).toEqual(["COOKIE_AFTER_REJECT"]);
  expect(of("COOKIE_AFTER_REJECT")[0]?.location.cookie).toBe("_uetvid");
  const measured = of("CHOICES_MEASURED")[0];
  expect(measured?.severity).toBe("info");
  expect(measured?.reasons).toEqual([
    "before any choice: 0 cookies, 0 storage entries, 0 requests to 0 hosts of others",
    "after refusing: 1 cookies, 1 storage entries, 0 requests to 0 hosts of others",
    "after agreeing: 2 cookies, 0 storage entries, 2 requests to 2 hosts of others",
    "presses to refuse: 1",
    "button to agree: 160 by 40 px, letters of 14 px, contrast 12.6",
    "button to refuse: 160 by 40 px, letters of 14 px, contrast 12.6",
  ]);
  // What agreeing lets in belongs in the privacy statement, and goes where it goes.
  expect(of("THIRD_COUNTRY_TRANSFER")[0]?.reasons[0]).toMatch(
    /Google Analytics.*LinkedIn|LinkedIn.*Google Analytics/,
  );
  expect(Object.keys(reasons).filter((reason) => /^(?:what|the).*: not tested/.test(reason))).toEqual([]);
}, 60_000);

test("a phone that is asked otherwise, or tracked otherwise, is told of", async () => {
  const small = `<meta name="viewport" content="width=device-width"><style>.no { display: inline-block } @media (max-width: 500px) { .no { display: none } }</style>`;
  const { of, types } = await scans.scan({
    "/": `${small}${BAR(`${YES}<span class="no">${NO}</span>`, ASK_ONCE)}
      <script>if (innerWidth < 500) document.cookie = "_fbp=1"</script>`,
  });
  expect(types(/BANNER|COOKIE/)).toEqual(["BANNER_WITHOUT_REJECT", "COOKIE_BEFORE_CONSENT"]);
  for (const type of ["BANNER_WITHOUT_REJECT", "COOKIE_BEFORE_CONSENT"])
    expect(of(type)[0]?.reasons.at(-1)).toBe("on a phone's screen");
}, 60_000);

test("a button that cannot be pressed is counted as not tested", async () => {
  const { reasons, types } = await scans.scan({
    "/": `${BAR(YES + NO)}<div style="position:fixed;inset:0;z-index:9"></div>`,
  });
  expect(reasons).toMatchObject({
    "what is kept after refusing: not tested, as there was no button to refuse that could be pressed": 1,
    "what agreeing changes: not tested, as there was no button to agree that could be pressed": 1,
  });
  expect(types(/WALL|AFTER_REJECT|WITHDRAWAL/)).toEqual([]);
}, 60_000);
