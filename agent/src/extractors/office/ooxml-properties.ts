import type { Part } from "../part.ts";
import { personProperty, propertyLines } from "./property-parts.ts";
import { readWholeXml } from "./xml-events.ts";
import type { ZipPackage } from "./zip-package.ts";

const FILES = ["docProps/core.xml", "docProps/app.xml", "docProps/custom.xml"];
/** What tells nothing of anybody. */
const TECHNICAL =
  /^(?:created|modified|revision|TotalTime|Pages|Words|Characters\w*|Lines|Paragraphs|Application|AppVersion|DocSecurity|ScaleCrop|LinksUpToDate|SharedDoc|HyperlinksChanged|Template|lastPrinted|Slides|Notes|HiddenSlides|MMClips|PresentationFormat|i4|lpstr)$/;
const LABELS: Readonly<Record<string, string>> = {
  creator: "Author",
  lastModifiedBy: "Last modified by",
  Manager: "Manager",
};

/** Title, author, company and the customer's own properties of a document. */
export async function* ooxmlProperties(zip: ZipPackage): AsyncGenerator<Part, void, undefined> {
  const values: [name: string, value: string][] = [];
  for (const file of FILES) {
    let name = "";
    let custom = "";
    let text = "";
    await readWholeXml(zip.read(file), {
      open(element, { name: own }) {
        if (element === "property") custom = own ?? "";
        name = element;
        text = "";
      },
      text: (more) => (text += more),
      close(element) {
        const isValue = element === name && text.trim() !== "";
        // What the customer's own properties are called tells; of what type they are does not.
        if (isValue && (custom !== "" || !TECHNICAL.test(element)))
          values.push([custom === "" ? element : custom, text.trim()]);
        if (element === "property") custom = "";
        text = "";
      },
    });
  }
  yield* propertyLines(values.map(([name, value]) => [LABELS[name] ?? name, value]));
  const people = values.filter(([name]) => Object.hasOwn(LABELS, name));
  for (const [name, value] of people) yield personProperty(LABELS[name] ?? name, value);
}
