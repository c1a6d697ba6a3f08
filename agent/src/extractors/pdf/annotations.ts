import type { PDFPageProxy } from "pdfjs-dist/legacy/build/pdf.mjs";
import type { Part } from "../part.ts";

interface Annotation {
  subtype?: string;
  fieldName?: string;
  fieldValue?: unknown;
  contentsObj?: { str?: string };
  titleObj?: { str?: string };
  url?: string;
  unsafeUrl?: string;
}

/** What stands on a page besides its text: filled-in fields, addresses behind links, and comments. */
export async function* annotationParts(page: PDFPageProxy): AsyncGenerator<Part, void, undefined> {
  const annotations = (await page.getAnnotations()) as Annotation[];
  const shown: string[] = [];
  const comments: string[] = [];
  for (const { subtype, fieldName, fieldValue, contentsObj, titleObj, url, unsafeUrl } of annotations) {
    const values = [fieldValue].flat().filter((value) => typeof value === "string" && value !== "");
    if (subtype === "Widget" && values.length > 0) shown.push(`${lastName(fieldName)}: ${values.join(", ")}`);
    else if (url ?? unsafeUrl) shown.push(url ?? unsafeUrl ?? "");
    const said = contentsObj?.str ?? "";
    const author = titleObj?.str ?? "";
    if (subtype !== "Widget" && subtype !== "Link" && said !== "")
      comments.push(author === "" ? said : `Author: ${author}\n${said}`);
  }
  const place = { page: page.pageNumber };
  if (shown.length > 0) yield { t: "text", text: `${shown.join("\n")}\n`, place };
  for (const text of comments) yield { t: "text", text, place, hidden: "comment" };
}

/** `form1[0].page[0].bsn[0]` → `bsn`: what a form's maker called the field, without where it is. */
function lastName(name = ""): string {
  return (name.split(".").at(-1) ?? "").replace(/\[\d+\]$/, "");
}
