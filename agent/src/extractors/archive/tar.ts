import { SKIP_REASONS } from "../../sources/file-source.ts";
import { ByteInput } from "../byte-input.ts";
import { ExtractError, type Extractor } from "../extractor.ts";
import { memberName } from "./member-name.ts";
import { TarReader, type TarHeader } from "./tar-reader.ts";

const BLOCK_BYTES = 512;

/** TAR in its POSIX, GNU and old forms. */
export const tarExtractor: Extractor = {
  format: "TAR",
  matches: isTar,
  async *extract(input) {
    const reader = new TarReader(input.stream());
    for (let entry = await reader.next(); entry; entry = await reader.next()) {
      const { header, pieces } = entry;
      const member = memberName(header.name);
      if (header.type === "folder") continue;
      const reason = REASONS[header.type];
      if (reason !== undefined) yield { t: "skip", reason, member };
      else
        yield {
          t: "file",
          input: await ByteInput.open({ name: member, size: header.size, pieces }),
          place: { member },
        };
    }
    if (!reader.isWhole) throw new ExtractError(SKIP_REASONS.damaged);
  },
};

const REASONS: Partial<Record<TarHeader["type"], (typeof SKIP_REASONS)[keyof typeof SKIP_REASONS]>> = {
  link: SKIP_REASONS.symlink,
  special: SKIP_REASONS.special,
};

/** The sum over the header, with its own field taken as blanks, stands in it (POSIX.1-1988, ustar). */
export function isTar(head: Uint8Array): boolean {
  if (head.length < BLOCK_BYTES || head[0] === 0) return false;
  const claimed = Number.parseInt(
    Buffer.from(head.subarray(148, 156))
      .toString("latin1")
      .replace(/[\0 ]+$/, "")
      .trim(),
    8,
  );
  if (!Number.isFinite(claimed)) return false;
  let sum = 8 * 0x20;
  for (let at = 0; at < BLOCK_BYTES; at++) if (at < 148 || at >= 156) sum += head[at] ?? 0;
  return sum === claimed;
}
