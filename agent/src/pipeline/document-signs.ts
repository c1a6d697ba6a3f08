import { BULK_FROM } from "@dataguardian/shared/domain";
import type { ObservationPart, TextPart } from "../extractors/part.ts";
import type { VolumeCounter } from "./volume-counter.ts";

const LETTER_OR_DIGIT = /[\p{L}\p{N}]/u;

/** What a document as a whole shows: content that its reader does not see, and that it is a list of many persons. */
export class DocumentSigns {
  readonly #hidden = new Map<string, { count: number; part: TextPart }>();

  text(part: TextPart): readonly ObservationPart[] {
    const isBlank = typeof part.text === "string" && !LETTER_OR_DIGIT.test(part.text);
    if (part.isUsual !== true && !isBlank) this.#count(part);
    return [];
  }

  /** Something was found in the part. */
  found(part: TextPart): void {
    if (part.isUsual === true) this.#count(part);
  }

  *result(volume: VolumeCounter): Generator<ObservationPart, void, undefined> {
    for (const [hidden, { count, part }] of this.#hidden) {
      const { place } = part;
      yield {
        t: "observation",
        type: "HIDDEN_CONTENT",
        confidence: 0.95,
        reasons: [hidden],
        subject: hidden,
        count,
        ...(place ? { place } : {}),
      };
    }
    const type = volume.listed();
    if (type === null) return;
    const reasons = [`at least ${BULK_FROM} different values of ${type}`];
    yield { t: "observation", type: "PERSON_LIST", confidence: 0.9, reasons, subject: "", count: 1 };
  }

  #count(part: TextPart): void {
    if (part.hidden === undefined) return;
    const entry = this.#hidden.get(part.hidden) ?? { count: 0, part };
    this.#hidden.set(part.hidden, entry);
    entry.count++;
  }
}
