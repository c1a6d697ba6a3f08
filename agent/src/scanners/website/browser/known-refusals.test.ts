import { afterAll, beforeAll, expect, test } from "vitest";
import { refusesByPressing } from "./consent-rules.ts";
import { choose, type TestScans, testScans } from "./test-scans.ts";

/** Platforms whose button to refuse has words that nobody would know it by. */
let scans: TestScans;
beforeAll(async () => {
  scans = await testScans();
}, 60_000);
afterAll(() => scans?.close());

const WORDS = "<p>Wij gebruiken cookies om te zien wat u doet, en vragen of u dat goed vindt.</p>";
const BAR = `position:fixed;bottom:0;left:0;width:100%;height:200px;background:#fff`;
const FOOT = `<script>if (document.cookie.includes("choice=")) document.getElementById("bar").remove();
  if (document.cookie.includes("choice=")) document.cookie = "_fbp=1"</script><footer><a href="#">Cookie-instellingen</a></footer>`;
const press = (choice: string) => `onclick="${choose(choice)}"`;

test("a refusal is given by the known steps, on the page and in a frame of another site; one that only hides is none", async () => {
  const quantcast = `<div id="bar"><div id="qc-cmp2-container"><div id="qc-cmp2-ui" style="${BAR}">${WORDS}
    <button ${press("yes")}>Accepteren</button><button id="disagree-btn" ${press("no")}>Pottenkijkers eruit</button></div></div></div>${FOOT}`;
  const hiding = `<div id="bar"><div class="cc_banner-wrapper"><div class="cc_banner" style="${BAR}">${WORDS}
    <button class="cc_btn_accept_all" ${press("yes")}>Accepteren</button></div></div></div>${FOOT}`;
  const told = `<script>addEventListener("message", ({ data }) => { document.cookie = "choice=" + data; document.getElementById("bar").remove(); });
    if (!document.cookie.includes("choice=")) document.getElementById("bar").firstElementChild.src = location.origin.replace("localhost", "127.0.0.1") + "/index.html?message_id=1"</script>`;
  const framed = `<div id="bar" style="${BAR}"><iframe id="sp_message_iframe_1" style="width:100%;height:180px"></iframe></div>${told}${FOOT}`;
  const say = (choice: string) => `onclick="parent.postMessage('${choice}', '*')"`;
  const message = `${WORDS}<button class="sp_choice_type_11" ${say("yes")}>Accepteren</button><button class="sp_choice_type_13" ${say("no")}>Pottenkijkers eruit</button>`;
  const alsoByNumber = (origin: string) => [
    new URL(origin).host,
    new URL(origin).host.replace("localhost", "127.0.0.1"),
  ];
  const [page, frame, hidden] = await Promise.all([
    scans.scan({ "/": quantcast }),
    scans.scan({ "/": framed, "/index.html": message }, { hosts: alsoByNumber }),
    scans.scan({ "/": hiding }),
  ]);
  for (const [{ of, reasons }, platform] of [
    [page, "Quantcast"],
    [frame, "Sourcepoint"],
  ] as const) {
    const [fault] = of("COOKIE_AFTER_REJECT");
    expect(fault?.location.cookie).toBe("_fbp");
    expect(fault?.reasons).toContain("after refusing by the steps that are known of this platform");
    const measured = of("CHOICES_MEASURED")[0]?.reasons;
    expect(measured).toContain("refused by the steps that are known of this platform");
    expect(measured).toContain(`consent platform: ${platform}`);
    expect(Object.keys(reasons).filter((reason) => reason.includes("after refusing: not tested"))).toEqual(
      [],
    );
  }
  expect(hidden.of("COOKIE_AFTER_REJECT")).toEqual([]);
  expect(hidden.of("CHOICES_MEASURED")[0]?.reasons).toContain("consent platform: cc_banner");
  expect(Object.keys(hidden.reasons)).toContain(
    "what is kept after refusing: not tested, as there was no button to refuse that could be pressed",
  );
}, 90_000);

test("steps are a refusal where they press what refuses, wherever they stand in a rule", () => {
  const refuses = (optOut: object[], cosmetic = false) => refusesByPressing({ name: "x", cosmetic, optOut });
  expect(refuses([{ click: "#deny" }])).toBe(true);
  expect(refuses([{ if: { exists: "#a" }, else: [{ waitForThenClick: ["#box", ".reject"] }] }])).toBe(true);
  expect(refuses([{ click: ".accept-necessary" }, { click: ".close" }])).toBe(true);
  expect(refuses([{ click: ".close" }])).toBe(false);
  expect(refuses([{ click: "#accept-all" }])).toBe(false);
  expect(refuses([{ click: "#deny" }, { if: {}, else: [{ hide: "#bar" }] }])).toBe(false);
  expect(refuses([{ click: "#deny" }], true)).toBe(false);
  expect(refuses([{ eval: "EVAL_X" }])).toBe(false);
});
