import type { Part, TextPart } from "../part.ts";
import { FlowingText } from "./flowing-text.ts";
import { streamedText } from "./streamed-text.ts";
import { readXml } from "./xml-events.ts";
import type { ZipPackage } from "./zip-package.ts";

const PIECE_CHARS = 64 * 1024;

/** What is seen while the text is taken, such as that the slide is hidden. */
type OnElement = (element: string, attributes: Readonly<Record<string, string>>) => string | undefined;

/**
 * The text of a drawing, a slide, a chart or a diagram: DrawingML (ISO/IEC 29500-1, 21.1.2) with its alternative texts, and
 * VML in old ones. `onElement` may give words to put before what is in an element.
 */
export async function* drawnParts(
  zip: ZipPackage,
  name: string,
  about: Omit<TextPart, "t" | "text">,
  onElement: OnElement = () => undefined,
): AsyncGenerator<Part, void, undefined> {
  const bytes = zip.read(name);
  if (bytes) yield* streamedText(drawnText(bytes, onElement), about);
}

async function* drawnText(
  bytes: AsyncIterable<Uint8Array>,
  onElement: OnElement,
): AsyncGenerator<string, void, undefined> {
  const flow = new FlowingText();
  let open = 0;
  const isText = (element: string) => element === "t" || element === "text" || element === "v";
  const isBox = (element: string) => element === "textbox";
  const events = readXml(bytes, {
    open(element, attributes) {
      flow.add(onElement(element, attributes) ?? "");
      if (isText(element) || isBox(element)) open++;
      else if (element === "tc") flow.openCell();
      else if (element === "br") flow.breakLine();
      else if (element === "cNvPr" || element === "shape") addAlternative(flow, attributes);
    },
    text: (more) => void (open > 0 && flow.add(more)),
    close(element) {
      if (isText(element) || isBox(element)) open--;
      if (element === "p" || element === "cm" || element === "pt" || isBox(element)) flow.endParagraph();
      else if (element === "tc") flow.endCell();
      else if (element === "tr") flow.endRow();
    },
  });
  for await (const _ of events) if (flow.length > PIECE_CHARS) yield flow.take();
  yield flow.take();
}

/** What a picture or shape is said to show. */
function addAlternative(flow: FlowingText, { title, descr, alt }: Readonly<Record<string, string>>): void {
  const said = [title, descr, alt].filter((text) => text !== undefined && text.trim() !== "");
  if (said.length > 0) flow.add(`${said.join(" ")}\n`);
}
