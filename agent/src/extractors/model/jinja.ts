import { ByteInput } from "../byte-input.ts";
import type { Extractor } from "../extractor.ts";
import { decodeWhole, isText } from "../text/plain-text.ts";
import { textExtractor } from "../text/text-extractor.ts";
import { templateSigns } from "./template-signs.ts";

/** A chat template in a file of its own. */
export const jinjaExtractor: Extractor = {
  format: "Jinja",
  matches: (head, name) => /\.jinja2?$/i.test(name) && isText(head),
  async *extract(input, context) {
    const bytes = await input.whole();
    yield* textExtractor.extract(ByteInput.of(input.name, bytes), context);
    yield* templateSigns(decodeWhole(bytes) ?? "", "chat_template");
  },
};
