/** A page for the steps of a login without a browser: plain forms and links, and no script. */
import {
  attribute,
  allOf,
  first,
  type PageElement,
  type ReadPage,
  readPage,
  textOf,
} from "../content/read-page.ts";
import { select } from "../content/select.ts";
import type { LoginPage } from "./login.ts";
import type { SiteFetch } from "./site-scan.ts";
import { pageSource, PAGE_BYTES } from "./static-visit.ts";

/** What it cannot do it throws: which step failed is told by its number. */
export class StaticLoginPage implements LoginPage {
  readonly #fetch: SiteFetch;
  #page: ReadPage | null = null;
  #filled = new Map<PageElement, string>();

  constructor(fetch: SiteFetch) {
    this.#fetch = fetch;
  }

  url(): string {
    return this.#page?.url ?? "about:blank";
  }

  goto(url: string): Promise<void> {
    return this.#load(url);
  }

  fill(selector: string, value: string): Promise<void> {
    const element = this.#element(selector);
    if (!["input", "textarea"].includes(element.name)) throw new Error("not a field");
    this.#filled.set(element, value);
    return Promise.resolve();
  }

  async click(selector: string): Promise<void> {
    const element = this.#element(selector);
    if (element.name === "a") return this.#load(this.#absolute(attribute(element, "href")));
    const form = formOf(element, this.#read());
    if (form === null) throw new Error("not in a form");
    const fields = fieldsOf(form, element, this.#filled).toString();
    const action = this.#absolute(
      attribute(element, "formaction") || attribute(form, "action") || this.url(),
    );
    const method = attribute(element, "formmethod") || attribute(form, "method");
    if (method.toLowerCase() === "post") return this.#load(action, fields);
    const url = new URL(action);
    url.search = fields;
    return this.#load(url.href);
  }

  waitForSelector(selector: string): Promise<void> {
    this.#element(selector);
    return Promise.resolve();
  }

  async #load(address: string, form?: string): Promise<void> {
    const sent = form === undefined ? undefined : { body: form, from: this.url() };
    const answer = await this.#fetch(address, PAGE_BYTES, sent);
    // A page that says no may say why, and is a page all the same: what is expected on it is not there.
    if (answer.status >= 500 || answer.isCutOff) throw new Error("no page");
    const { url, html } = pageSource(answer, answer.body);
    this.#page = readPage(url, html);
    this.#filled = new Map();
  }

  #read(): ReadPage {
    if (this.#page === null) throw new Error("no page yet");
    return this.#page;
  }

  #element(selector: string): PageElement {
    const element = select(this.#read().document, selector);
    if (element === null) throw new Error("not there");
    return element;
  }

  #absolute(href: string): string {
    return new URL(href, this.#read().base).href;
  }
}

function formOf(element: PageElement, { document }: ReadPage): PageElement | null {
  const id = attribute(element, "form");
  if (id !== "") return allOf(document, ["form"]).find((form) => attribute(form, "id") === id) ?? null;
  for (let at: unknown = element; isElement(at); at = at.parent) if (at.name === "form") return at;
  return null;
}

/** What a browser would send of it (HTML, 4.10.21.4), the button that was pressed included. */
function fieldsOf(
  form: PageElement,
  pressed: PageElement,
  filled: ReadonlyMap<PageElement, string>,
): URLSearchParams {
  const fields = new URLSearchParams();
  for (const control of allOf(form, ["input", "textarea", "select", "button"])) {
    const name = attribute(control, "name");
    const type = attribute(control, "type").toLowerCase();
    if (name === "" || control.attribs["disabled"] !== undefined) continue;
    const isButton = control.name === "button" || /^(?:submit|button|reset|image|file)$/.test(type);
    const isOff = /^(?:checkbox|radio)$/.test(type) && control.attribs["checked"] === undefined;
    if ((isButton && control !== pressed) || isOff) continue;
    fields.append(name, filled.get(control) ?? valueOf(control, type));
  }
  return fields;
}

function valueOf(control: PageElement, type: string): string {
  if (control.name === "textarea") return textOf(control);
  if (control.name !== "select") return control.attribs["value"] ?? (type === "checkbox" ? "on" : "");
  const options = allOf(control, ["option"]);
  const chosen = options.find(({ attribs }) => attribs["selected"] !== undefined) ?? first(control, "option");
  return chosen?.attribs["value"] ?? textOf(chosen);
}

const isElement = (node: unknown): node is PageElement =>
  typeof node === "object" && node !== null && "attribs" in node;
