/** Input that a scan takes some seconds for. */
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/**
 * Fills a folder with about `megabytes` of text, the same every time, with one e-mail address a file. The rest almost is
 * an address of some kind and has to be looked at closely to see that it is none: 5 to 10 MB/s, where prose does 150.
 */
export function writeDenseText(dir: string, megabytes: number): void {
  mkdirSync(dir, { recursive: true });
  const line = (n: number) => `a${n}.b@c${n} postgres://u:@host${n}/d x${n}@y postgres://:@h${n}/e`;
  const block = Array.from({ length: 2_000 }, (_, n) => line(n)).join("\n");
  const files = Math.ceil((megabytes * 1_000_000) / block.length);
  for (let n = 0; n < files; n++) {
    writeFileSync(join(dir, `notes-${n}.txt`), `${block}\nwrite to reader-${n}@mail.example\n`);
  }
}
