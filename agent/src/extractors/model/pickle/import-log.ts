import type { ObservationPart } from "../../part.ts";
import { type Judgement, judgeImport } from "./judge-import.ts";

/** One import of a pickle, however often it is used. */
export interface ImportRecord {
  /** Null where the file does not tell it. */
  module: string | null;
  name: string | null;
  /** The opcode that imports it, and the byte at which it first stands. */
  opcode: string;
  offset: number;
  count: number;
  /** The opcode of the first call, and the kinds of its arguments; null while it is only referred to. */
  call: { opcode: string; arguments: string } | null;
  /** Whether an imported class or function is changed by BUILD. */
  isAltered: boolean;
  /** How it was found, where not in the file's own pickle. */
  found: string | null;
  /** Calls that lead to another import, such as `getattr(class, name)`: how many were followed. */
  followed: number;
  calls: number;
}

/** So many different imports are told apart. No framework's pickle has a tenth of them. */
const MAX_RECORDS = 20_000;
const MAX_NAME_CHARS = 80;

/** All imports of a file, each once. */
export class ImportLog {
  readonly #records = new Map<string, ImportRecord>();
  /** The file as a whole, where there are more imports than are told apart. */
  #overflow: ImportRecord | null = null;

  get size(): number {
    return this.#records.size;
  }

  add(
    module: string | null,
    name: string | null,
    opcode: string,
    offset: number,
    found: string | null,
  ): ImportRecord {
    const key = `${module ?? "\0"} ${name ?? "\0"}`;
    const known = this.#records.get(key) ?? (this.#records.size >= MAX_RECORDS ? this.#overflow : null);
    if (known) {
      known.count++;
      return known;
    }
    const record: ImportRecord = {
      module,
      name,
      opcode,
      offset,
      count: 1,
      call: null,
      isAltered: false,
      found,
      followed: 0,
      calls: 0,
    };
    if (this.#records.size >= MAX_RECORDS) {
      this.#overflow = { ...record, module: null, name: null };
      this.#records.set("overflow", this.#overflow);
      return this.#overflow;
    }
    this.#records.set(key, record);
    return record;
  }

  names(): readonly { module: string | null; name: string | null }[] {
    return [...this.#records.values()];
  }

  merge(other: ImportLog, found: string): void {
    for (const record of other.#records.values()) {
      const { module, name, opcode, offset, call } = record;
      const mine = this.add(module, name, opcode, offset, found);
      mine.call ??= call;
      mine.calls += record.calls;
      mine.followed += record.followed;
      mine.isAltered ||= record.isAltered;
    }
  }

  get hasDanger(): boolean {
    return [...this.#records.values()].some((record) => judgementOf(record).is === "dangerous");
  }

  *observations(): Generator<ObservationPart, void, undefined> {
    for (const record of this.#records.values()) {
      const judgement = judgementOf(record);
      if (judgement.is !== "allowed") yield observationOf(record, judgement);
      else if (record.isAltered)
        yield observationOf(record, { is: "dangerous", does: "changes an imported class or function" });
    }
  }
}

function judgementOf(record: ImportRecord): Judgement {
  // `getattr` and the like are as good as what they lead to, as long as all that they lead to is known.
  if (record.calls > 0 && record.calls === record.followed) return { is: "allowed" };
  return judgeImport(record.module, record.name, record.call !== null);
}

function observationOf(record: ImportRecord, judgement: Judgement): ObservationPart {
  const { module, name, opcode, offset, count, call, found } = record;
  const title = nameOf(module, name);
  const isDangerous = judgement.is === "dangerous";
  return {
    t: "observation",
    type: isDangerous ? "MODEL_DANGEROUS_IMPORT" : "MODEL_UNKNOWN_IMPORT",
    confidence: isDangerous ? 0.95 : 0.8,
    reasons: [
      `${title}, by ${opcode} at byte ${offset}`,
      call ? `called by ${call.opcode} with ${call.arguments}` : "referred to, not called by the file itself",
      isDangerous ? judgement.does : "not among what the frameworks write",
      ...(found === null ? [] : [found]),
    ],
    subject: title,
    value: title,
    count,
    place: { offset },
  };
}

function nameOf(module: string | null, name: string | null): string {
  const shown = (part: string | null) =>
    (part ?? "?").slice(0, MAX_NAME_CHARS).replace(/[^\x21-\x7e\u00a1-\uffff]/g, "�");
  return `${shown(module)}.${shown(name)}`.toWellFormed();
}
