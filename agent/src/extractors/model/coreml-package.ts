import type { Extractor } from "../extractor.ts";
import { leadsOutside } from "./outside-path.ts";

const KEYS = ['"itemInfoEntries"', '"rootModelIdentifier"'];

/** The manifest of an .mlpackage, a folder with a Core ML model: which files belong to it. */
export const coremlPackageExtractor: Extractor = {
  format: "Core ML package",
  matches(head, name) {
    if (name.toLowerCase() !== "manifest.json") return false;
    const text = Buffer.from(head.buffer, head.byteOffset, head.length).toString("utf8");
    return KEYS.every((key) => text.includes(key));
  },
  async *extract(input) {
    const text = Buffer.from(await input.whole()).toString("utf8");
    yield { t: "text", text };
    const manifest = JSON.parse(text) as { itemInfoEntries?: Record<string, { path?: unknown } | null> };
    for (const entry of Object.values(manifest.itemInfoEntries ?? {})) {
      const path = entry?.path;
      if (typeof path === "string" && leadsOutside(path))
        yield {
          t: "observation",
          type: "MODEL_PATH_OUTSIDE",
          confidence: 0.9,
          reasons: ["a file of the package is said to be outside it"],
          subject: path,
          value: path,
          count: 1,
        };
    }
  },
};
