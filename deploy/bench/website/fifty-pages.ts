/** A site of fifty pages for measuring: text, styles, a script and pictures on each, as on an ordinary one. */
import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { bsn, seeded } from "../scans/random.ts";

export const PAGES = 50;
const PARAGRAPHS = 60;
const PICTURES = 5;
/** Every tenth page publishes a number that it should not. */
export const PLANTED = PAGES / 10;

const GIF = Buffer.from("R0lGODlhAQABAAAAACwAAAAAAQABAAA=", "base64");
const SENTENCE = "De werkplaats is op werkdagen open en wie iets wil laten nakijken, is er altijd welkom. ";

export interface BenchSite {
  origin: string;
  addresses: string[];
  close(): Promise<void>;
}

export async function fiftyPages(): Promise<BenchSite> {
  const random = seeded(50);
  const pages = Array.from({ length: PAGES }, (_, i) => pageOf(i, i % 10 === 9 ? bsn(random) : ""));
  const server = createServer((request, response) => {
    const path = request.url ?? "/";
    const page = path === "/" ? pages[0] : pages[Number(/^\/pagina-(\d+)$/.exec(path)?.[1] ?? Number.NaN)];
    if (page !== undefined) response.setHeader("content-type", "text/html; charset=utf-8").end(page);
    else if (path.endsWith(".css")) response.setHeader("content-type", "text/css").end("p{line-height:1.5}");
    else if (path.endsWith(".js"))
      response.setHeader("content-type", "text/javascript").end("document.title += '';");
    else if (path.endsWith(".gif")) response.setHeader("content-type", "image/gif").end(GIF);
    else response.writeHead(404).end();
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const origin = `http://localhost:${(server.address() as AddressInfo).port}`;
  return {
    origin,
    addresses: pages.map((_, i) => (i === 0 ? `${origin}/` : `${origin}/pagina-${i}`)),
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
}

function pageOf(index: number, number: string): string {
  const links = Array.from(
    { length: PAGES },
    (_, i) => `<a href="${i === 0 ? "/" : `/pagina-${i}`}">${i}</a>`,
  );
  const pictures = Array.from({ length: PICTURES }, (_, i) => `<img src="/beeld-${index}-${i}.gif" alt="">`);
  const paragraphs = Array.from({ length: PARAGRAPHS }, (_, i) => `<p>${i}. ${SENTENCE.repeat(5)}</p>`);
  return `<!DOCTYPE html><html lang="nl"><head><title>Pagina ${index}</title><link rel="stylesheet" href="/stijl.css">
<script src="/script.js" defer></script></head><body><nav>${links.join(" ")}</nav>${pictures.join("")}
${paragraphs.join("\n")}${number === "" ? "" : `<p>bsn: ${number}</p>`}</body></html>`;
}
