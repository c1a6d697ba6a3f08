import type { Part } from "../part.ts";
import { personProperty, propertyLines } from "./property-parts.ts";
import { type XmlHandler, readWholeXml } from "./xml-events.ts";

const PEOPLE: Readonly<Record<string, string>> = {
  creator: "Last modified by",
  "initial-creator": "Author",
  "printed-by": "Printed by",
};
const TEXTS = new Set(["title", "subject", "description", "keyword", "user-defined"]);

/** Takes the properties of an OpenDocument file (ISO/IEC 26300-1, 4.3). */
export class OdfMeta implements XmlHandler {
  readonly #values: [name: string, value: string][] = [];
  #name = "";
  #text: string[] = [];

  open(element: string, attributes: Readonly<Record<string, string>>): void {
    this.#name = element === "user-defined" ? (attributes["name"] ?? element) : element;
    this.#text = [];
  }

  text(text: string): void {
    this.#text.push(text);
  }

  close(element: string): void {
    const label = PEOPLE[element] ?? (TEXTS.has(element) ? this.#name : undefined);
    const value = this.#text.join("").trim();
    if (label !== undefined && value !== "") this.#values.push([label, value]);
    this.#text = [];
  }

  *parts(): Generator<Part, void, undefined> {
    yield* propertyLines(this.#values);
    const people = new Set(Object.values(PEOPLE));
    for (const [label, value] of this.#values) if (people.has(label)) yield personProperty(label, value);
  }
}

export async function* metaParts(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Part, void, undefined> {
  const meta = new OdfMeta();
  await readWholeXml(bytes, meta);
  yield* meta.parts();
}
