import { spawnSync } from "node:child_process";
import { chmod, mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { launchBrowser } from "./launch.ts";
import { shippedBrowser } from "./shipped-browser.ts";

let folder: string;
let name: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "dg-launch-"));
  const manifest = new URL("../package.json", import.meta.resolve("@sparticuz/chromium"));
  name = `chromium-${(JSON.parse(await readFile(manifest, "utf8")) as { version: string }).version}`;
});
afterEach(async () => {
  vi.unstubAllEnvs();
  await rm(folder, { recursive: true, force: true });
});

/** A folder with what passes for an unpacked browser. */
async function kept(place: string, modes: { outer: number; inner: number; file: number }): Promise<string> {
  const outer = join(folder, place);
  const inner = join(outer, name);
  await mkdir(inner, { recursive: true });
  await writeFile(join(inner, "chromium"), "#!/bin/sh\nexit 1\n");
  await chmod(join(inner, "chromium"), modes.file);
  await chmod(inner, modes.inner);
  await chmod(outer, modes.outer);
  return outer;
}

const OURS = { outer: 0o700, inner: 0o700, file: 0o700 };

test("a browser is taken only from a folder that nobody else can write", async () => {
  const good = await kept("good", OURS);
  const bad = [
    await kept("open", { ...OURS, outer: 0o777 }),
    await kept("open-within", { ...OURS, inner: 0o770 }),
    await kept("open-file", { ...OURS, file: 0o722 }),
  ];
  const linked = await kept("linked", OURS);
  await rm(join(linked, name, "chromium"));
  await symlink(join(bad[0] ?? "", name, "chromium"), join(linked, name, "chromium"));
  const linkedFolder = join(folder, "linked-folder");
  await symlink(good, linkedFolder);
  for (const one of [...bad, linked, linkedFolder])
    expect((await shippedBrowser([one, good])).executable).toBe(join(good, name, "chromium"));
});

test("what another user put where its package unpacks is not run, and what is unpacked for one run goes with it", async () => {
  const planted = join(folder, "ran");
  await writeFile(join(folder, "chromium"), `#!/bin/sh\ntouch ${planted}\n`, { mode: 0o755 });
  vi.stubEnv("TMPDIR", folder);
  const open = await kept("open", { ...OURS, outer: 0o777 });
  const { executable, close } = await shippedBrowser([open]);
  const started = await launchBrowser({ executable });
  expect(started?.browser.version()).toMatch(/^\d+\./);
  expect(started?.isSandboxed).toBe(process.getuid?.() !== 0);
  await started?.close();
  await close();
  expect((await readdir(folder)).sort()).toEqual(["chromium", "open"]);
}, 120_000);

test.each([
  ["falls at once", "#!/bin/sh\nexit 1\n"],
  ["is no program", "x"],
  ["says nothing of what it should", "#!/bin/sh\necho hello\n"],
])("a browser that %s leaves nothing behind", async (_, text) => {
  const own = join(folder, "own");
  const temporary = join(folder, "tmp");
  await mkdir(temporary);
  await writeFile(own, text, { mode: 0o755 });
  vi.stubEnv("TMPDIR", temporary);
  expect(await launchBrowser({ executable: own })).toBeNull();
  expect(await readdir(temporary)).toEqual([]);
});

test("nothing stays where the process ends without a word to the browser", async () => {
  const script = `const { launchBrowser } = await import(process.argv[1]);
    console.log((await launchBrowser()) !== null); process.exit(3);`;
  const launch = new URL("./launch.ts", import.meta.url).href;
  const { status, stdout } = spawnSync(process.execPath, ["--input-type=module", "--eval", script, launch], {
    env: { ...process.env, TMPDIR: folder, NODE_COMPILE_CACHE: "" },
    encoding: "utf8",
  });
  expect([status, stdout.trim()]).toEqual([3, "true"]);
  expect(await readdir(folder)).toEqual([]);
}, 60_000);
