import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { DiskStore } from "../../sources/disk-store.ts";
import { folderSource } from "../../sources/folder.ts";
import { HubCache } from "./hub-cache.ts";

let dir: string;
beforeEach(() => (dir = realpathSync(mkdtempSync(join(tmpdir(), "hub-cache-")))));
afterEach(() => rmSync(dir, { recursive: true }));

const put = (path: string, text = path) => {
  mkdirSync(dirname(join(dir, path)), { recursive: true });
  writeFileSync(join(dir, path), text);
};
const link = (path: string, target: string) => {
  mkdirSync(dirname(join(dir, path)), { recursive: true });
  symlinkSync(target, join(dir, path));
};

/** What is read of each unit, or why it is not. */
async function read(root: string) {
  const cache = new HubCache(root);
  const store = new DiskStore(root);
  const seen: string[] = [];
  for await (const unit of cache.units(
    folderSource(root, { gitignore: false }).list(new AbortController().signal),
  )) {
    const content = "skip" in unit ? unit : await store.read(unit, 1_000);
    seen.push(`${unit.path}: ${"skip" in content ? content.skip : Buffer.from(content.head).toString()}`);
    if (!("skip" in content)) expect(cache.unitAt(unit.path)).toEqual(unit);
  }
  return seen;
}

beforeEach(() => {
  put("models--lab--klein/blobs/aaa", "settings");
  put("models--lab--klein/blobs/bbb", "weights");
  put("models--lab--klein/blobs/ccc", "left behind");
  put("models--lab--klein/refs/main", "r1");
  link("models--lab--klein/snapshots/r1/config.json", "../../blobs/aaa");
  link("models--lab--klein/snapshots/r1/onnx/model.onnx", "../../../blobs/bbb");
  link("models--lab--klein/snapshots/r2/config.json", "../../blobs/aaa");
  link("models--lab--klein/snapshots/r2/away", "/etc/hostname");
  link("models--lab--klein/snapshots/r2/gone", "../../blobs/nothing");
  put("notes.txt");
});

const OF_KLEIN = [
  "refs/main: r1",
  "snapshots/r1/config.json: settings",
  "snapshots/r1/onnx/model.onnx: weights",
  "snapshots/r2/away: symbolic link",
  "snapshots/r2/gone: symbolic link",
  "blobs/ccc: left behind",
];

test("a file goes by its name in the first snapshot, once; what no snapshot leads to by its hash", async () => {
  put("models--lab--twee/blobs/aaa", "other");
  link("models--lab--twee/snapshots/r1/a.bin", "../../blobs/aaa");
  link("models--lab--twee/snapshots/r1/b.bin", "../../../models--lab--klein/blobs/bbb");
  expect(await read(dir)).toEqual([
    ...OF_KLEIN.map((one) => `models--lab--klein/${one}`),
    "models--lab--twee/snapshots/r1/a.bin: other",
    "models--lab--twee/snapshots/r1/b.bin: symbolic link",
    "notes.txt: notes.txt",
  ]);
});

test("the root may be the folder of one model; from a snapshot alone nothing outside is followed", async () => {
  expect(await read(join(dir, "models--lab--klein"))).toEqual(OF_KLEIN);
  expect(await read(join(dir, "models--lab--klein/snapshots/r1"))).toEqual([
    "config.json: symbolic link",
    "onnx/model.onnx: symbolic link",
  ]);
});
