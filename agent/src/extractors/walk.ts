import type { SkipReason } from "../sources/file-source.ts";
import { UnpackBudget, UNPACK_LIMITS, type UnpackLimits } from "./budget.ts";
import type { ByteInput } from "./byte-input.ts";
import { type ExtractContext, type Extractor, reasonOf } from "./extractor.ts";
import type { FilePart, ObservationPart, Part, PartPlace, SkipPart, TextPart } from "./part.ts";

/** What comes out of a file and of all that is in it: places are those in the top file. */
export type Leaf =
  | Exclude<Part, FilePart>
  /** A file within the file was read to its end. */
  | { t: "read" };

export interface WalkOptions {
  /** In the order in which they are asked; the first that knows the bytes has the file. */
  extractors: readonly Extractor[];
  /** Why a file is passed over that no extractor knows. */
  unknown: (input: ByteInput) => SkipReason;
  limits?: UnpackLimits;
}

const MAX_MEMBER_CHARS = 480;

/**
 * Takes a file apart, and the files in it. What cannot be read is yielded as a skip with its reason, and the rest goes
 * on; nothing thrown by a format's reader comes out of here.
 */
export async function* walk(
  input: ByteInput,
  options: WalkOptions,
  context: ExtractContext,
): AsyncGenerator<Leaf, void, undefined> {
  const budget = new UnpackBudget(input.size ?? input.head.length, options.limits ?? UNPACK_LIMITS);
  yield* open(input, {}, 0, { ...options, budget, context });
}

interface Walk extends WalkOptions {
  budget: UnpackBudget;
  context: ExtractContext;
}

async function* open(
  input: ByteInput,
  place: PartPlace,
  depth: number,
  walk: Walk,
): AsyncGenerator<Leaf, void, undefined> {
  try {
    const extractor = walk.extractors.find((one) => one.matches(input.head, input.name));
    if (!extractor) return yield skipOf(walk.unknown(input), place);
    for await (const part of extractor.extract(input, walk.context)) {
      walk.context.beat();
      if (part.t === "skip") yield skipOf(part.reason, within(place, part));
      else if (part.t === "text") {
        const text = new GuardedText(part);
        yield moved(text.part, place);
        text.throwIfFailed();
      } else if (part.t === "observation") yield moved(part, place);
      else {
        yield* enter(part, place, depth, walk);
        if (walk.budget.isSpent) return;
      }
    }
    if (depth > 0) yield { t: "read" };
  } catch (error) {
    yield skipOf(reasonOf(error), place);
  }
}

async function* enter(
  { input, place = { member: input.name } }: FilePart,
  outer: PartPlace,
  depth: number,
  walk: Walk,
): AsyncGenerator<Leaf, void, undefined> {
  const inner = within(outer, place);
  try {
    walk.budget.enter(depth + 1);
    input.meter((bytes) => walk.budget.take(bytes));
    yield* open(input, inner, depth + 1, walk);
  } catch (error) {
    yield skipOf(reasonOf(error), inner);
  } finally {
    await input.close();
  }
}

/**
 * A text is read by whoever takes it out of here. What goes wrong in its source then ends it like its end does, and is told
 * afterwards, where the reason is counted.
 */
class GuardedText {
  readonly part: TextPart;
  #failure: unknown;

  constructor(part: TextPart) {
    const { text } = part;
    this.part = typeof text === "string" ? part : { ...part, text: this.#guard(text) };
  }

  throwIfFailed(): void {
    if (this.#failure !== undefined) throw this.#failure;
  }

  async *#guard(text: AsyncIterable<string>): AsyncGenerator<string, void, undefined> {
    try {
      yield* text;
    } catch (error) {
      this.#failure = error;
    }
  }
}

function moved<P extends TextPart | ObservationPart>(part: P, outer: PartPlace): P {
  const place = within(outer, part.place ?? {});
  if (part.t !== "text") return { ...part, place: { ...part.place, ...place } };
  const { placeAt } = part;
  if (!placeAt) return { ...part, place };
  return {
    ...part,
    place,
    placeAt: (offset: number, length: number) => within(place, placeAt(offset, length)),
  };
}

/** `backup.zip` with `staff.xlsx` in it, whose sheet is `Blad1`: the member `staff.xlsx!/Blad1` of `backup.zip`. */
function within(outer: PartPlace, inner: PartPlace): PartPlace {
  const members = [outer.member, inner.member].filter((member) => member !== undefined && member !== "");
  const member = members.join("!/");
  return {
    ...outer,
    ...inner,
    ...(member === ""
      ? {}
      : { member: member.length > MAX_MEMBER_CHARS ? `…${member.slice(-MAX_MEMBER_CHARS)}` : member }),
  };
}

function skipOf(reason: SkipReason, { member }: PartPlace): SkipPart {
  return { t: "skip", reason, ...(member === undefined ? {} : { member }) };
}
