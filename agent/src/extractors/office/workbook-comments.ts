import { columnOf, rowOf } from "./worksheet.ts";
import { readWholeXml } from "./xml-events.ts";
import type { Relation, ZipPackage } from "./zip-package.ts";

/** A comment at a cell; its text begins with who wrote it, where that is known. */
export interface Commented {
  row: number;
  column: number;
  text: string;
}

/** The names of who wrote comments in threads, by their identifiers. */
export async function personNames(
  zip: ZipPackage,
  relations: readonly Relation[],
): Promise<ReadonlyMap<string, string>> {
  const names = new Map<string, string>();
  for (const { type, target } of relations)
    if (type === "person")
      await readWholeXml(zip.read(target), {
        open(element, { id, displayName, userId }) {
          if (element !== "person" || id === undefined || displayName === undefined) return;
          // With the account where that is a mail address.
          names.set(id, userId?.includes("@") === true ? `${displayName} (${userId})` : displayName);
        },
      });
  return names;
}

/** The comments of a sheet, old style and in threads (ISO/IEC 29500-1, 18.7; [MS-XLSX] 2.6.203). */
export async function sheetComments(
  zip: ZipPackage,
  relations: readonly Relation[],
  persons: ReadonlyMap<string, string>,
): Promise<Commented[]> {
  const comments: Commented[] = [];
  for (const { type, target } of relations) {
    if (type !== "comments" && type !== "threadedComment") continue;
    const authors: string[] = [];
    let taking = false;
    let text = "";
    let at = { ref: "", author: "" };
    await readWholeXml(zip.read(target), {
      open(element, { ref = "", authorId, personId }) {
        if (element === "comment" || element === "threadedComment") {
          at = { ref, author: authors[Number(authorId)] ?? persons.get(personId ?? "") ?? "" };
          text = "";
        } else if (element === "author") {
          taking = true;
          text = "";
        } else if (element === "t" || element === "text") taking = true;
      },
      text: (more) => void (taking && (text += more)),
      close(element) {
        if (element === "author") authors.push(text);
        if (element === "author" || element === "t" || element === "text") taking = false;
        if (element !== "comment" && element !== "threadedComment") return;
        const said = at.author === "" ? text : `Author: ${at.author}: ${text}`;
        comments.push({ row: rowOf(at.ref), column: columnOf(at.ref) || 1, text: said });
      },
    });
  }
  return comments;
}
