/** What stands in a chat's own frames and shadow roots, which a page's markup does not show. */
import type { Page } from "playwright-core";
import { z } from "zod";
import type { WidgetText } from "../content/chatbot.ts";

const MAX_FRAMES = 20;
const MAX_CHARS = 4_000;
const READ_MS = 2_000;

/** Its own text, and that of its open shadow roots with the names of the elements that have them. */
const READ = `(() => {
  const found = []; let seen = 0;
  const walk = (root) => { for (const element of root.querySelectorAll("*")) {
    if (++seen > 20000 || found.length >= ${MAX_FRAMES}) return;
    if (element.shadowRoot) { found.push([element.localName + " " + element.id, [...element.shadowRoot.children].map((one) => one.innerText || "").join("\\n").slice(0, ${MAX_CHARS})]); walk(element.shadowRoot); } } };
  walk(document);
  return { text: document.body ? document.body.innerText.slice(0, ${MAX_CHARS}) : "", roots: found };
})()`;
const read = z.object({
  text: z.string().max(MAX_CHARS),
  roots: z.array(z.tuple([z.string(), z.string().max(MAX_CHARS)])).max(MAX_FRAMES),
});

export async function widgetTexts(page: Page): Promise<WidgetText[]> {
  const found: WidgetText[] = [];
  for (const frame of page.frames().slice(0, MAX_FRAMES)) {
    const name = `${frame.name()} ${frame.url()}`;
    const { text, roots } = await textIn(() => frame.evaluate(READ));
    // The page's own text has been read with its markup.
    if (frame !== page.mainFrame()) found.push({ name, text });
    for (const [element, inside] of roots) found.push({ name: element, text: inside });
  }
  return found;
}

/** A frame may be gone, or busy for ever. */
async function textIn(evaluate: () => Promise<unknown>): Promise<z.infer<typeof read>> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<null>((resolve) => {
    timer = setTimeout(() => resolve(null), READ_MS);
  });
  const given = await Promise.race([evaluate().catch(() => null), late]).finally(() => clearTimeout(timer));
  const parsed = read.safeParse(given);
  return parsed.success ? parsed.data : { text: "", roots: [] };
}
