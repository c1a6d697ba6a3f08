import type { Part } from "../part.ts";
import { sheetParts } from "./sheet-text.ts";
import { readSharedStrings, readStyles } from "./workbook-parts.ts";
import { WorksheetReader } from "./worksheet.ts";
import { readWholeXml, readXml } from "./xml-events.ts";
import type { ZipPackage } from "./zip-package.ts";

interface Sheet {
  name: string;
  relation: string;
  isHidden: boolean;
}

const COMMENTS = /^xl\/(?:comments\d*|threadedComments\/[^/]+|comments\/[^/]+)\.xml$/;
const CACHES = /^xl\/pivotCache\/pivotCache(?:Records|Definition)\d+\.xml$/;
const DRAWINGS = /^xl\/(?:drawings|charts)\/[^/]+\.xml$/;
const PERSONS = /^xl\/persons\/[^/]+\.xml$/;

/** The sheets of a workbook, seen or hidden, its comments, drawings, and copies that pivot tables keep. */
export async function* workbookParts(
  zip: ZipPackage,
  beat: () => void,
): AsyncGenerator<Part, void, undefined> {
  const { sheets, names, is1904 } = await readWorkbook(zip);
  const targets = await relationTargets(zip);
  const strings = await readSharedStrings(zip.read("xl/sharedStrings.xml"), beat);
  const styles = await readStyles(zip.read("xl/styles.xml"));
  for (const { name, relation, isHidden } of sheets) {
    const bytes = zip.read(targets.get(relation) ?? "");
    if (!bytes) continue;
    const reader = new WorksheetReader(strings, { dateStyles: styles, is1904 });
    const rows = (async function* () {
      for await (const _ of readXml(bytes, reader)) {
        beat();
        yield* reader.rows.splice(0);
      }
      yield* reader.rows.splice(0);
    })();
    yield* sheetParts(rows, { member: name }, isHidden ? "hidden sheet" : undefined);
    if (reader.notes.length > 0)
      yield { t: "text", text: `${reader.notes.join("\n")}\n`, place: { member: name } };
  }
  if (names.length > 0) yield { t: "text", text: `${names.join("\n")}\n`, place: { member: "names" } };
  for (const name of zip.matching(COMMENTS)) yield* texts(zip, name, "comment");
  for (const name of zip.matching(CACHES)) yield* texts(zip, name, "pivot cache");
  for (const name of [...zip.matching(DRAWINGS), ...zip.matching(PERSONS)]) yield* texts(zip, name);
}

async function readWorkbook(zip: ZipPackage): Promise<{ sheets: Sheet[]; names: string[]; is1904: boolean }> {
  const sheets: Sheet[] = [];
  const names: string[] = [];
  let is1904 = false;
  let defined: string | undefined;
  await readWholeXml(zip.read("xl/workbook.xml"), {
    open(element, attributes) {
      const { name = "", id = "", state } = attributes;
      if (element === "sheet")
        sheets.push({ name, relation: id, isHidden: state !== undefined && state !== "visible" });
      else if (element === "definedName") defined = `${name}: `;
      else if (element === "workbookPr") is1904 = ["1", "true"].includes(attributes["date1904"] ?? "");
    },
    text: (text) => void (defined !== undefined && (defined += text)),
    close(element) {
      if (element !== "definedName" || defined === undefined) return;
      // A name mostly stands for a range; one that holds a value is of interest.
      if (defined.includes('"')) names.push(defined);
      defined = undefined;
    },
  });
  return { sheets, names, is1904 };
}

async function relationTargets(zip: ZipPackage): Promise<Map<string, string>> {
  const targets = new Map<string, string>();
  await readWholeXml(zip.read("xl/_rels/workbook.xml.rels"), {
    open(element, { Id, Target = "" }) {
      if (element === "Relationship" && Id !== undefined)
        targets.set(Id, Target.startsWith("/") ? Target.slice(1) : `xl/${Target}`);
    },
  });
  return targets;
}

/** Everything that is said in a part, a paragraph or record a line. */
async function* texts(zip: ZipPackage, name: string, hidden?: string): AsyncGenerator<Part, void, undefined> {
  let text = "";
  let inText = false;
  await readWholeXml(zip.read(name), {
    open(element, { v, displayName }) {
      if (element === "t" || element === "text" || element === "author") inText = true;
      // The records of a pivot cache have their values as attributes.
      if ((element === "s" || element === "n" || element === "d") && v !== undefined) text += `${v}\t`;
      if (displayName !== undefined) text += `Author: ${displayName}\n`;
    },
    text: (more) => void (inText && (text += more)),
    close(element) {
      if (element === "t" || element === "text" || element === "author") inText = false;
      if (/^(?:comment|threadedComment|author|p|r|si|cacheField)$/.test(element)) text += "\n";
    },
  });
  if (text.trim() !== "")
    yield {
      t: "text",
      text,
      place: { member: name.slice("xl/".length) },
      ...(hidden === undefined ? {} : { hidden }),
    };
}
