import { reasonOf } from "../extractor.ts";
import type { Part, TextPart } from "../part.ts";

/** A text up to this length is passed on whole, so that every value in it knows all the others. */
const WHOLE_CHARS = 512 * 1024;

/**
 * A text that arrives in pieces, as a part: whole where it is short. Where its source breaks off, what there was is passed
 * on first, and the error is thrown behind it.
 */
export async function* streamedText(
  source: AsyncIterable<string>,
  about: Omit<TextPart, "t" | "text">,
): AsyncGenerator<Part, void, undefined> {
  let failure: { error: unknown } | null = null;
  const pieces = (async function* () {
    try {
      yield* source;
    } catch (error) {
      failure = { error };
    }
  })();
  const first: string[] = [];
  let chars = 0;
  let isWhole = false;
  while (chars < WHOLE_CHARS && !isWhole) {
    const next = await pieces.next();
    if (next.done === true) isWhole = true;
    else if (chars > 0 || next.value.trim() !== "") {
      first.push(next.value);
      chars += next.value.length;
    }
  }
  if (chars > 0) yield { t: "text", text: isWhole ? first.join("") : chained(first, pieces), ...about };
  // Whoever leaves a text before its end leaves what is behind it too.
  for await (const _ of pieces);
  throwIfFailed(failure);
}

function throwIfFailed(failure: { error: unknown } | null): void {
  if (failure) throw failure.error;
}

async function* chained(
  first: string[],
  rest: AsyncIterable<string>,
): AsyncGenerator<string, void, undefined> {
  yield* first.splice(0);
  yield* rest;
}

/** Reads one part of a document: where that fails, the reason is counted for it and the others are read all the same. */
export async function* guarded(
  member: string | undefined,
  parts: AsyncIterable<Part> | Iterable<Part>,
): AsyncGenerator<Part, void, undefined> {
  try {
    yield* parts;
  } catch (error) {
    yield { t: "skip", reason: reasonOf(error), ...(member === undefined ? {} : { member }) };
  }
}
