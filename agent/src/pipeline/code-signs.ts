import type { ObservationPart, TextPart } from "../extractors/part.ts";
import { smellsIn } from "../scanners/code/smells/index.ts";
import { LineCounter } from "./line-counter.ts";
import type { VolumeCounter } from "./volume-counter.ts";

/** Where projects keep data for their tests and for filling an empty database. */
const TEST_DATA =
  /(?:^|\/)(?:tests?|specs?|__tests__|fixtures?|seeds?|seeders|factories|test[-_]?data|mocks?|__mocks__|samples?)(?:\/|$)|[._-](?:test|spec|fixture|seed|mock)s?\.[^/]+$/i;
const FEW = 3;
const MANY = 10;

/** What source code shows beyond the values in it. */
export class CodeSigns {
  readonly #path: string;

  constructor(path: string) {
    this.#path = path;
  }

  /** What the text does with personal data. Of a text in pieces nothing is said: programs that long are made by programs. */
  *text({ text, place }: TextPart): Generator<ObservationPart, void, undefined> {
    if (typeof text !== "string") return;
    const lines = new LineCounter();
    for (const { type, confidence, reasons, offset, length } of smellsIn(place?.member ?? this.#path, text)) {
      const at = { ...place, ...lines.at(offset, { text, offset: 0 }), offset, length };
      // The line's words tell it from others: it stays the same when lines above it come and go.
      const line = text.slice(text.lastIndexOf("\n", offset) + 1, offset + length).trim();
      yield { t: "observation", type, confidence, reasons, subject: line, count: 1, place: at };
    }
  }

  *result(volume: VolumeCounter): Generator<ObservationPart, void, undefined> {
    const persons = volume.persons();
    if (persons < FEW || !TEST_DATA.test(this.#path)) return;
    yield {
      t: "observation",
      type: "PII_IN_TEST_DATA",
      // A made-up number with a valid checksum looks like a real one.
      confidence: persons < MANY ? 0.5 : 0.65,
      reasons: [`data of at least ${persons} persons in a file of test data`],
      subject: "",
      count: 1,
    };
  }
}
