import { SKIP_REASONS } from "../../sources/file-source.ts";
import { ByteInput } from "../byte-input.ts";
import { ExtractError, type Extractor, reasonOf } from "../extractor.ts";
import { memberName } from "./member-name.ts";
import { hasTarChecksum } from "./tar-header.ts";
import { TarReader } from "./tar-reader.ts";

/** TAR in its POSIX, GNU and old forms. */
export const tarExtractor: Extractor = {
  format: "TAR",
  matches: hasTarChecksum,
  async *extract(input, { beat }) {
    const reader = new TarReader(input.stream());
    for (let entry = await reader.next(); entry; entry = await reader.next()) {
      beat();
      if (entry.type === "folder") continue;
      const member = memberName(entry.name);
      if (entry.type === "link") yield { t: "skip", reason: SKIP_REASONS.symlink, member };
      else if (entry.type === "special") yield { t: "skip", reason: SKIP_REASONS.special, member };
      else {
        let inner;
        try {
          inner = await ByteInput.open({ name: member, pieces: entry.pieces });
        } catch (error) {
          yield { t: "skip", reason: reasonOf(error), member };
          continue;
        }
        yield { t: "file", input: inner, place: { member } };
      }
    }
    if (!reader.isWhole) throw new ExtractError(SKIP_REASONS.damaged);
  },
};
