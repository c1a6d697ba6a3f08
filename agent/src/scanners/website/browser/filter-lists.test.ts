import { mkdtempSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { loadFilterLists } from "./filter-lists.ts";
import { ASK_ONCE, BAR, NO, type TestScans, testScans, YES } from "./test-scans.ts";

const folder = mkdtempSync(join(tmpdir(), "filter-lists-"));
let scans: TestScans;
beforeAll(async () => {
  scans = await testScans();
}, 60_000);
afterAll(async () => {
  await scans?.close();
  rmSync(folder, { recursive: true, force: true });
});

const asIs = (text: string) => text;
function listOf(name: string, ...lines: string[]): string {
  const path = join(folder, name);
  writeFileSync(path, lines.join("\n"));
  return path;
}
async function found(paths: string[], address: string, kind = "script", from = "https://shop.example/") {
  return (await loadFilterLists(paths, asIs))?.find(address, kind, from) ?? null;
}
const fault = (path: string) =>
  loadFilterLists([path], asIs).then(
    () => "none",
    (error: Error) => error.message,
  );

test("a third party that only the customer's list knows is told, before any choice and after a refusal, and nothing is stopped", async () => {
  const own = listOf(
    "own.txt",
    "[Adblock Plus 2.0]",
    "! ours",
    "||counts.example^$third-party",
    "/seen?who=",
  );
  const exceptions = listOf("allowed.txt", "@@||counts.example/allowed.js", "||nowhere.example^");
  const page = `<img src="https://a.counts.example/p.gif"><script src="https://a.counts.example/allowed.js"></script>
    <img src="https://quiet.example/seen"><img src="https://quiet.example/seen?who=me"><img src="https://unlisted.example/x.gif">
    <script src="/seen?who=self"></script>${BAR(YES + NO)}${ASK_ONCE}`;
  let asked = 0;
  const pages = {
    "/": page,
    "/seen": (_: unknown, response: { end: (text: string) => void }) => {
      asked++;
      response.end("");
    },
  };
  const [listed, plain] = await Promise.all([
    scans.scan(pages, { filterLists: [own, exceptions] }),
    scans.scan({ "/": page }),
  ]);
  const told = (type: string, scan = listed) =>
    scan
      .of(type)
      .map(({ location, reasons }) => [
        location.request,
        reasons[0],
        type === "COOKIE_AFTER_REJECT" ? reasons.at(-1) : reasons[1],
      ]);
  expect(told("TRACKER_BEFORE_CONSENT")).toEqual([
    ["https://a.counts.example/p.gif", "on the filter list own.txt, by the host", "asked for as image"],
    [
      "https://quiet.example/seen",
      "on the filter list own.txt, by part of the address",
      "asked for as image",
    ],
  ]);
  expect(told("COOKIE_AFTER_REJECT").map(([request, , when]) => [request, when])).toEqual([
    ["https://a.counts.example/p.gif", "after a press on the button to refuse"],
    ["https://quiet.example/seen", "after a press on the button to refuse"],
  ]);
  expect(asked).toBeGreaterThan(1);
  expect([...told("TRACKER_BEFORE_CONSENT", plain), ...told("COOKIE_AFTER_REJECT", plain)]).toEqual([]);
}, 60_000);

test("a filter for one kind of request or one site holds for no other, and an important one has no exceptions", async () => {
  const list = listOf(
    "kinds.txt",
    "||a.example^$image",
    "||b.example^$domain=shop.example",
    "shop.example##.ad",
  );
  expect(await found([list], "https://a.example/x", "image")).toMatchObject({ list: "kinds.txt" });
  expect(await found([list], "https://a.example/x")).toBeNull();
  expect(await found([list], "wss://b.example/x", "websocket")).toMatchObject({ namesHost: true });
  expect(await found([list], "https://b.example/x", "beacon", "https://other.example/")).toBeNull();
  const firm = listOf("firm.txt", "||c.example^$important", "||d.example^");
  const mild = listOf("mild.txt", "@@||c.example^", "@@||d.example^", "||e.example^");
  expect(await found([firm, mild], "https://c.example/x")).toMatchObject({ list: "firm.txt" });
  expect(await found([firm, mild], "https://d.example/x")).toBeNull();
  // Longer than what is read in one piece: an exception at its end holds for its beginning.
  const padding = Array.from({ length: 5_000 }, () => `! ${"-".repeat(1_000)}`);
  const long = listOf(
    "long.txt",
    "||f.example^",
    "||g.example^",
    ...padding,
    "@@||f.example^",
    "||h.example^",
  );
  expect(await found([long], "https://f.example/x")).toBeNull();
  expect(await found([long], "https://g.example/x")).toMatchObject({ list: "long.txt" });
  expect(await found([long], "https://h.example/x")).toMatchObject({ list: "long.txt" });
});

test("what is no list ends the scan with a sentence that tells which one, and the name of a list goes through the redactor", async () => {
  const names = /^Filter list 1 names no requests: /;
  expect(await fault(listOf("prose.txt", "Dear all,", "this is no list", "of anything"))).toMatch(names);
  expect(await fault(listOf("page.html", "<html><body>||a.example^"))).toMatch(names);
  expect(await fault(listOf("cosmetic.txt", "##.ad", "shop.example##.banner .ad"))).toMatch(names);
  expect(await fault(listOf("empty.txt", "! nothing"))).toMatch(names);
  expect(await fault(listOf("bytes.bin", "\0\u0001||a.example^"))).toMatch(names);
  expect(await fault(join(folder, "missing.txt"))).toMatch(/^Filter list 1 cannot be read: /);
  expect(await fault(folder)).toMatch(/^Filter list 1 cannot be read: /);
  const large = listOf("large.txt", "||a.example^");
  truncateSync(large, 32 * 1024 * 1024 + 1);
  expect(await fault(large)).toBe("The filter lists are larger than 32 MB together: give fewer of them.");
  const lists = await loadFilterLists([listOf("231480003.txt", "||a.example^")], () => "•••.txt");
  expect(lists?.find("https://a.example/", "image", "https://shop.example/")?.list).toBe("•••.txt");
  expect(await loadFilterLists([], asIs)).toBeUndefined();
});

test("a hundred thousand filters are read within two seconds of a processor", async () => {
  const lines = Array.from({ length: 100_000 }, (_, n) =>
    n % 3 === 0 ? `/pixel${n}/*.gif?id=$image` : `||track${n}.example${n % 50}.com^$third-party`,
  );
  const path = listOf("large-list.txt", ...lines);
  const before = process.cpuUsage();
  const lists = await loadFilterLists([path], asIs);
  const { user, system } = process.cpuUsage(before);
  expect((user + system) / 1e6).toBeLessThan(2);
  expect(lists?.find("https://track1.example1.com/", "image", "https://shop.example/")).not.toBeNull();
});
