import { readSync } from "node:fs";
import type { RandomBytes } from "./file-source.ts";

/** The bytes of an open file. */
export function randomBytesOf(file: number, size: number): RandomBytes {
  return {
    size,
    read(at, length) {
      const buffer = Buffer.allocUnsafe(Math.max(0, Math.min(length, size - at)));
      let read = 0;
      while (read < buffer.length) {
        const more = readSync(file, buffer, read, buffer.length - read, at + read);
        if (more === 0) break;
        read += more;
      }
      return buffer.subarray(0, read);
    },
  };
}
