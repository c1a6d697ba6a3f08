import exifr from "exifr";
import type { Part } from "../part.ts";

const PEOPLE = [
  "Artist",
  "OwnerName",
  "CameraOwnerName",
  "Copyright",
  "Byline",
  "creator",
  "CopyrightNotice",
  "Credit",
];
const TEXTS = [
  "ImageDescription",
  "UserComment",
  "XPComment",
  "XPAuthor",
  "XPSubject",
  "XPTitle",
  "Caption",
  "Headline",
  "Keywords",
  "description",
  "title",
  "SerialNumber",
  "BodySerialNumber",
];
const MAX_CHARS = 10_000;

/** What camera and programs wrote into a picture: where it was taken, whose camera it is, what it shows. */
export async function* cameraParts(bytes: Uint8Array): AsyncGenerator<Part, void, undefined> {
  const tags: Record<string, unknown> =
    (await exifr
      .parse(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), {
        tiff: true,
        exif: true,
        gps: true,
        iptc: true,
        xmp: true,
        mergeOutput: true,
      })
      .catch(() => null)) ?? {};
  const place = { member: "EXIF" };
  const lines: string[] = [];
  const { latitude, longitude } = tags;
  if (typeof latitude === "number" && typeof longitude === "number" && (latitude !== 0 || longitude !== 0))
    lines.push(`GPS coordinates: ${latitude.toFixed(6)}, ${longitude.toFixed(6)}`);
  for (const name of [...PEOPLE, ...TEXTS]) {
    const value = textOf(tags[name]);
    if (value !== "") lines.push(`${name}: ${value}`);
  }
  if (lines.length > 0) yield { t: "text", text: `${lines.join("\n")}\n`, place };
  const people = new Map(PEOPLE.map((name) => [textOf(tags[name]), name]));
  for (const [person, name] of people)
    if (person !== "")
      yield {
        t: "observation",
        type: "AUTHOR_METADATA",
        confidence: 0.7,
        reasons: [`property '${name}' of the picture`],
        subject: person,
        value: person,
        count: 1,
        place,
      };
}

function textOf(value: unknown): string {
  const said = Array.isArray(value) ? value.filter((one) => typeof one === "string").join(", ") : value;
  const text = typeof said === "object" && said !== null && "value" in said ? said.value : said;
  return typeof text === "string"
    ? text
        .replace(/\p{Cc}+/gu, " ")
        .trim()
        .slice(0, MAX_CHARS)
    : "";
}
