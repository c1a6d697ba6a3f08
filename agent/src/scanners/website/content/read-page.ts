/** Takes a page's markup apart: links, forms' surroundings, language, what is seen. Nothing is run. */
import { DomUtils, parseDocument } from "htmlparser2";
import { htmlText } from "../../../extractors/text/html-text.ts";

export type PageDocument = ReturnType<typeof parseDocument>;
type Found = ReturnType<typeof DomUtils.getElementsByTagName>;
export type PageElement = Found[number];

interface PageLink {
  href: string;
  /** What is read there: its text, else its label or title. */
  text: string;
}

export interface ReadPage {
  url: string;
  /** What relative addresses are relative to. */
  base: string;
  /** As the page says it, such as `nl-NL`; empty where it says none. */
  language: string;
  title: string;
  /** As a browser would show it, one block a line; empty where the page cannot be taken apart. */
  text: string;
  links: PageLink[];
  /** Addresses of scripts, frames, pictures and styles, with the element that loads each. */
  loads: { element: string; href: string }[];
  /** Text of scripts within the page. */
  scripts: string;
  document: PageDocument;
}

const MAX_SCRIPT_CHARS = 2 * 1024 * 1024;
const MAX_TEXT_CHARS = 300;

export function readPage(url: string, html: string): ReadPage {
  const texts = htmlText(html);
  // What is nested deeper than any page is made to break its readers: its text is read as text, and nothing else of it.
  const document = parseDocument(texts === null ? "" : html, { decodeEntities: true });
  const base = attribute(first(document, "base"), "href");
  const elements = (name: string) => DomUtils.getElementsByTagName(name, document, true);
  const links = [...elements("a"), ...elements("area")]
    .map((element) => ({ href: attribute(element, "href"), text: labelOf(element) }))
    .filter(({ href }) => href !== "");
  const loads = [
    ...["script", "iframe", "frame", "img", "video", "audio", "source", "embed"].flatMap((name) =>
      elements(name).map((element) => ({ element: name, href: attribute(element, "src") })),
    ),
    ...elements("link")
      .filter((element) => /\b(?:stylesheet|preload|modulepreload)\b/i.test(attribute(element, "rel")))
      .map((element) => ({ element: "link", href: attribute(element, "href") })),
  ].filter(({ href }) => href !== "" && !/^(?:data|blob|about|javascript):/i.test(href));
  const refreshes = elements("meta")
    .filter((element) => attribute(element, "http-equiv").toLowerCase() === "refresh")
    .map((element) => ({
      href: /url\s*=\s*["']?([^"']+)/i.exec(attribute(element, "content"))?.[1] ?? "",
      text: "",
    }))
    .filter(({ href }) => href !== "");
  const frames = loads.filter(({ element }) => element === "iframe" || element === "frame");
  return {
    url,
    base: base === "" ? url : (URL.parse(base, url)?.href ?? url),
    language: attribute(first(document, "html"), "lang"),
    title: textOf(first(document, "title")).slice(0, MAX_TEXT_CHARS),
    text: texts?.visible.textFrom(0) ?? "",
    links: [...links, ...refreshes, ...frames.map(({ href }) => ({ href, text: "" }))],
    loads,
    scripts: elements("script")
      .map((element) => DomUtils.textContent(element))
      .join("\n")
      .slice(0, MAX_SCRIPT_CHARS),
    document,
  };
}

export const first = (within: PageDocument | PageElement, name: string): PageElement | undefined =>
  DomUtils.getElementsByTagName(name, within, true, 1)[0];

export const allOf = (within: PageDocument | PageElement, names: readonly string[]): PageElement[] =>
  DomUtils.getElementsByTagName((name) => names.includes(name), within, true);

/** Empty where the element or the attribute is not there. */
export function attribute(element: PageElement | undefined, name: string): string {
  return element?.attribs[name]?.trim() ?? "";
}

export function textOf(element: PageElement | undefined): string {
  return element ? DomUtils.textContent(element).replace(/\s+/g, " ").trim() : "";
}

function labelOf(element: PageElement): string {
  const picture = first(element, "img");
  const label =
    textOf(element) ||
    attribute(element, "aria-label") ||
    attribute(element, "title") ||
    attribute(picture, "alt");
  return label.slice(0, MAX_TEXT_CHARS);
}

/** A short selector that leads to the element: its id, else its place among its parents. */
export function selectorOf(element: PageElement): string {
  const steps: string[] = [];
  for (let at: PageElement | null = element; at !== null && steps.length < 6;) {
    const id = attribute(at, "id");
    if (/^[A-Za-z][\w-]*$/.test(id)) return [`#${id}`, ...steps].join(" > ");
    const { name } = at;
    const parent: unknown = at.parent;
    const same = DomUtils.getSiblings(at).filter(
      (one): one is PageElement => "name" in one && one.name === name,
    );
    steps.unshift(same.length > 1 ? `${name}:nth-of-type(${same.indexOf(at) + 1})` : name);
    at = isElement(parent) ? parent : null;
  }
  return steps.join(" > ");
}

const isElement = (node: unknown): node is PageElement =>
  typeof node === "object" && node !== null && "attribs" in node;
