import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { prepareDataFolder, releaseDataFolder, takeDataFolder } from "./data-folder.ts";
import { StartFault } from "./fault.ts";

let root: string;
beforeEach(() => (root = mkdtempSync(join(tmpdir(), "dataguardian-folder-"))));
afterEach(() => rmSync(root, { recursive: true, force: true }));

function open(dir: string, fresh = false) {
  const { paths, leftBehind } = takeDataFolder(dir, fresh);
  prepareDataFolder(paths, fresh);
  return { ...paths, leftBehind };
}

const faultOf = (dir: string, fresh = false): StartFault => {
  try {
    open(dir, fresh);
  } catch (error) {
    if (error instanceof StartFault) return error;
    throw error;
  }
  throw new Error("it opened");
};

describe("data folder", () => {
  it("is made, marked with its version and locked", () => {
    const paths = open(join(root, "a/b"));
    expect(readFileSync(paths.version, "utf8")).toBe("1\n");
    expect(readFileSync(paths.lock, "utf8")).toBe(String(process.pid));
    releaseDataFolder(paths);
    expect(existsSync(paths.lock)).toBe(false);
  });

  it("refuses a folder that holds somebody else's files, with --fresh too", () => {
    writeFileSync(join(root, "thesis.txt"), "mine");
    for (const fresh of [false, true]) expect(faultOf(root, fresh).message).toContain("holds other files");
    expect(readFileSync(join(root, "thesis.txt"), "utf8")).toBe("mine");
  });

  it("refuses the state of another version until --fresh is given", () => {
    writeFileSync(join(root, "state-version"), "0\n");
    mkdirSync(join(root, "state"));
    const fault = faultOf(root);
    expect(fault.exitCode).toBe(2);
    expect(fault.message).toContain("another version (state 0");
    open(root, true);
    expect(existsSync(join(root, "state"))).toBe(false);
    expect(readFileSync(join(root, "state-version"), "utf8")).toBe("1\n");
  });

  it("refuses a folder in use, and takes over the lock of a process that is gone", () => {
    expect(open(root).leftBehind).toBe(false);
    // Process 1 always runs and is not us.
    writeFileSync(join(root, "lock"), "1");
    expect(faultOf(root).message).toContain("in use by process 1");
    writeFileSync(join(root, "lock"), "999999999");
    expect(open(root).leftBehind).toBe(true);
    expect(readFileSync(join(root, "lock"), "utf8")).toBe(String(process.pid));
  });

  it("says in one sentence that a folder cannot be made", () => {
    writeFileSync(join(root, "file"), "");
    const fault = faultOf(join(root, "file", "below"));
    expect(fault.exitCode).toBe(2);
    expect(fault.message).toMatch(/cannot be written \(ENOTDIR\)\. Check who owns it/);
  });
});
