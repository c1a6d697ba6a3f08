import type { ObservationPart, TextPart } from "../extractors/part.ts";
import type { VolumeCounter } from "./volume-counter.ts";

/** Data that a model is trained or tested on, by what such files are called. */
const DATA = /\.(?:jsonl|ndjson|csv|tsv|parquet|arrow|avro|sqlite3?|db|dbf|xlsx?)(?:\.(?:gz|bz2|xz|zst))?$/i;
/** Text for people, which names authors and contacts as it should. */
const PROSE =
  /(?:^|\/)(?:readme|license|licence|notice|citation|authors|contributors)[^/]*$|\.(?:md|rst|py|ipynb)$/i;
const MANY = 10;

/** What a file of a model shows beyond the values in it: that persons can be told from the model, or from its data. */
export class ModelSigns {
  readonly #path: string;

  constructor(path: string) {
    this.#path = path;
  }

  text(_part: TextPart): readonly ObservationPart[] {
    return [];
  }

  *result(volume: VolumeCounter): Generator<ObservationPart, void, undefined> {
    const persons = volume.persons();
    if (persons === 0 || PROSE.test(this.#path)) return;
    const isData = DATA.test(this.#path);
    yield {
      t: "observation",
      type: isData ? "MODEL_TRAINING_DATA_PII" : "MODEL_ARTIFACT_PII",
      confidence: persons < MANY ? 0.6 : 0.8,
      reasons: [`data of at least ${persons} ${persons === 1 ? "person" : "persons"}`],
      subject: "",
      count: 1,
    };
  }
}
