import type { ObservationPart, TextPart } from "../part.ts";

const PLACE = { member: "properties" };

/** The properties of a document as text, `name: value` a line; nothing where there are none. */
export function* propertyLines(
  values: readonly (readonly [name: string, value: string])[],
): Generator<TextPart, void, undefined> {
  const lines = values.map(([name, value]) => `${name}: ${value.replace(/\s+/g, " ")}\n`);
  if (lines.length > 0) yield { t: "text", text: lines.join(""), place: PLACE };
}

/** A property that names a person. */
export function personProperty(name: string, person: string): ObservationPart {
  return {
    t: "observation",
    type: "AUTHOR_METADATA",
    confidence: 0.8,
    reasons: [`property '${name}' of the document`],
    subject: `${name} ${person}`,
    value: person,
    count: 1,
    place: PLACE,
  };
}
