import type { Box } from "../part.ts";
import type { OcrWord } from "./ocr-engine.ts";

/** What was read, line by line, and where a stretch of it stands. */
export function textOfWords(
  words: readonly OcrWord[],
  toPicture: (box: Box) => Box,
): { text: string; boxOf: (offset: number, length: number) => Box | undefined } {
  const ends = { word: " ", line: "\n", paragraph: "\n\n" } as const;
  const starts: number[] = [];
  let text = "";
  for (const word of words) {
    starts.push(text.length);
    text += word.text + ends[word.ends];
  }
  return {
    text,
    boxOf(offset, length) {
      let around: [number, number, number, number] | undefined;
      for (const [at, word] of words.entries()) {
        const start = starts[at] ?? 0;
        if (start >= offset + length || start + word.text.length <= offset) continue;
        const [x, y, w, h] = toPicture(word.box);
        around = around
          ? [
              Math.min(around[0], x),
              Math.min(around[1], y),
              Math.max(around[2], x + w),
              Math.max(around[3], y + h),
            ]
          : [x, y, x + w, y + h];
      }
      return around && [around[0], around[1], around[2] - around[0], around[3] - around[1]];
    },
  };
}
