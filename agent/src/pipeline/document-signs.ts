import { BULK_FROM } from "@dataguardian/shared/domain";
import type { ObservationPart, TextPart } from "../extractors/part.ts";
import type { VolumeCounter } from "./volume-counter.ts";

/** What a document as a whole shows: content that its reader does not see, and that it is a list of many persons. */
export class DocumentSigns {
  readonly #hidden = new Map<string, { count: number; part: TextPart }>();

  text(part: TextPart): readonly ObservationPart[] {
    if (part.hidden === undefined) return [];
    const entry = this.#hidden.get(part.hidden) ?? { count: 0, part };
    this.#hidden.set(part.hidden, entry);
    entry.count++;
    return [];
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
    const persons = volume.persons();
    if (persons < BULK_FROM) return;
    const reasons = [`data of at least ${BULK_FROM} different persons`];
    yield { t: "observation", type: "PERSON_LIST", confidence: 0.9, reasons, subject: "", count: 1 };
  }
}
