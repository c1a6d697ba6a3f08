import type { Part, TextPart } from "../part.ts";
import { drawnParts } from "./drawn-text.ts";
import { guarded } from "./streamed-text.ts";
import { readWholeXml, readXml } from "./xml-events.ts";
import type { ZipPackage } from "./zip-package.ts";

const OTHERS = /^ppt\/(?:slideMasters|slideLayouts|handoutMasters|notesMasters)\/[^/]+\.xml$/i;
const NAMES = /^(?:cmAuthor|author)$/;
type About = Omit<TextPart, "t" | "text">;

/** The slides of a presentation with their notes and comments. A page is a slide by its place in the show. */
export async function* presentationParts(
  zip: ZipPackage,
  main: string,
  beat: () => void,
): AsyncGenerator<Part, void, undefined> {
  const authors = await authorNames(zip);
  let page = 0;
  for (const name of await slideNames(zip, main)) {
    beat();
    page++;
    yield* guarded(name, slideParts(zip, name, page, authors));
  }
  for (const name of zip.matching(OTHERS))
    yield* guarded(name, drawnParts(zip, name, { place: { member: name.slice("ppt/".length) } }));
}

/** In the order of the show; those that are in the file and not in the show come last. */
async function slideNames(zip: ZipPackage, main: string): Promise<Set<string>> {
  const relations = new Map((await zip.relations(main)).map(({ id, target }) => [id, target]));
  const names = new Set<string>();
  await readWholeXml(zip.read(main), {
    open(element, { id = "" }) {
      const target = element === "sldId" ? relations.get(id) : undefined;
      if (target !== undefined && zip.has(target)) names.add(target);
    },
  });
  for (const name of zip.matching(/^ppt\/slides\/[^/]+\.xml$/i)) names.add(name);
  return names;
}

async function* slideParts(
  zip: ZipPackage,
  name: string,
  page: number,
  authors: ReadonlyMap<string, string>,
): AsyncGenerator<Part, void, undefined> {
  const place = { page };
  const hidden = (await isHiddenSlide(zip, name)) ? { hidden: "hidden slide" } : {};
  yield* guarded(name, drawnParts(zip, name, { place, ...hidden }));
  for (const { type, target } of await zip.relations(name)) {
    const about = RELATED[type];
    if (!about || !zip.has(target)) continue;
    const isComments = about.hidden === "comment";
    const author = (element: string, { authorId = "" }: Readonly<Record<string, string>>) =>
      isComments && (element === "cm" || element === "reply") && authors.has(authorId)
        ? `Author: ${authors.get(authorId)}\n`
        : undefined;
    yield* guarded(target, drawnParts(zip, target, { place, ...hidden, ...about }, author));
  }
}

/** What belongs to a slide, by the relation's type. */
const RELATED: Readonly<Record<string, Pick<About, "hidden">>> = {
  notesSlide: { hidden: "speaker notes" },
  comments: { hidden: "comment" },
  chart: {},
  diagramData: {},
};

/** The root element says so: the first bytes are enough. */
async function isHiddenSlide(zip: ZipPackage, name: string): Promise<boolean> {
  const bytes = zip.read(name);
  if (!bytes) return false;
  let show: string | null = null;
  const events = readXml(bytes, {
    open(element, attributes) {
      if (element === "sld") show ??= attributes["show"] ?? "";
    },
  });
  try {
    for await (const _ of events) if (show !== null) break;
  } catch {
    // Whoever reads the slide itself says what is wrong with it.
  }
  return show === "0" || show === "false";
}

/** Who comments: a list for the comments of a kind, old ones and those in threads ([MS-PPTX] 2.16). */
async function authorNames(zip: ZipPackage): Promise<ReadonlyMap<string, string>> {
  const names = new Map<string, string>();
  for (const list of zip.matching(/^ppt\/(?:commentAuthors|authors)\.xml$/i))
    try {
      await readWholeXml(zip.read(list), {
        open(element, { id, name }) {
          if (NAMES.test(element) && id !== undefined && name !== undefined) names.set(id, name);
        },
      });
    } catch {
      // The comments are read without names.
    }
  return names;
}
