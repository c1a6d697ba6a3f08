/** Reads the forms of a page. Pure. */
import {
  allOf,
  attribute,
  first,
  type PageElement,
  type ReadPage,
  selectorOf,
  textOf,
} from "../content/read-page.ts";
import {
  AUTOCOMPLETE,
  type FieldMeaning,
  type FormPurpose,
  MEANINGS,
  PERSONAL,
  PURPOSES,
} from "./field-meanings.ts";

interface FormField {
  meaning: FieldMeaning;
  /** Its name or label, cut short: the site's own words. */
  name: string;
  isRequired: boolean;
}

export interface PageForm {
  selector: string;
  /** Where it is sent, absolute. */
  action: URL;
  method: "get" | "post" | "dialog";
  purpose: FormPurpose;
  fields: FormField[];
  /** Links in the form and close to it. */
  links: { href: string; text: string }[];
  /** What is read in the form and close to it. */
  text: string;
}

const NO_DATA = new Set(["hidden", "submit", "button", "reset", "image", "search"]);
const MAX_TEXT_CHARS = 4_000;
const CONTROLS = ["input", "textarea", "select"];
/** Fields that stand in no form are sent by a script, at a press on a button close by. */
const MAX_LOOSE = 200;
const MAX_CLIMB = 6;

/** The forms that ask for something; a form that only searches is among them, with that purpose. */
export function formsOf(page: ReadPage): PageForm[] {
  const labels = new Map<string, string>();
  for (const label of allOf(page.document, ["label"])) {
    const id = attribute(label, "for");
    if (id !== "") labels.set(id, textOf(label));
  }
  return [...allOf(page.document, ["form"]), ...looseForms(page)].flatMap((form) => {
    const action = URL.parse(attribute(form, "action") || page.url, page.base);
    if (action === null) return [];
    const controls = allOf(form, CONTROLS).filter(hasData);
    const fields = controls.flatMap((one) => fieldOf(one, labels) ?? []);
    const near = surroundingsOf(form);
    const text = textOf(near).slice(0, MAX_TEXT_CHARS);
    const method = attribute(form, "method").toLowerCase();
    return [
      {
        selector: selectorOf(form),
        action,
        method: method === "post" || method === "dialog" ? method : ("get" as const),
        purpose: purposeOf(form, controls, fields, page),
        fields,
        links: allOf(near, ["a"]).map((link) => ({ href: attribute(link, "href"), text: textOf(link) })),
        text,
      },
    ];
  });
}

const hasData = (control: PageElement) => !NO_DATA.has(attribute(control, "type").toLowerCase());

/** What holds such fields and their button, each once. */
function looseForms({ document }: ReadPage): PageElement[] {
  const loose = allOf(document, CONTROLS)
    .filter((one) => hasData(one) && attribute(one, "form") === "" && wrapping(one, "form") === undefined)
    .slice(0, MAX_LOOSE);
  const found = new Set<PageElement>();
  for (const control of loose) {
    const box = boxOf(control);
    if (box !== null) found.add(box);
  }
  // One within another is a part of it.
  return [...found].filter((box) => ![...found].some((other) => other !== box && isIn(box, other)));
}

function boxOf(control: PageElement): PageElement | null {
  let at: unknown = control.parent;
  for (let climbed = 0; climbed < MAX_CLIMB && isElement(at); climbed++) {
    if (/^(?:body|html|main)$/.test(at.name)) return null;
    const isWhole = allOf(at, ["form"]).length === 0;
    if (isWhole && allOf(at, ["button", "input", "a"]).some(isButton)) return at;
    at = at.parent;
  }
  return null;
}

const isButton = (element: PageElement) =>
  element.name === "button" ||
  attribute(element, "role") === "button" ||
  /^(?:submit|button)$/i.test(attribute(element, "type"));

function isIn(element: PageElement, box: PageElement): boolean {
  for (let at: unknown = element.parent; isElement(at); at = at.parent) if (at === box) return true;
  return false;
}

function fieldOf(control: PageElement, labels: ReadonlyMap<string, string>): FormField | null {
  const type = attribute(control, "type").toLowerCase();
  const label = labels.get(attribute(control, "id")) ?? textOf(wrapping(control, "label"));
  const words = [
    attribute(control, "name"),
    attribute(control, "id"),
    label,
    attribute(control, "aria-label"),
    attribute(control, "placeholder"),
  ];
  const meaning = byToken(control) ?? byType(type) ?? byWords(words, type);
  if (meaning === null) return null;
  return {
    meaning,
    name: (label || attribute(control, "name") || attribute(control, "placeholder") || type).slice(0, 60),
    isRequired: control.attribs["required"] !== undefined || attribute(control, "aria-required") === "true",
  };
}

function byToken(control: PageElement): FieldMeaning | null {
  const token = attribute(control, "autocomplete").toLowerCase().split(/\s+/).at(-1) ?? "";
  return Object.hasOwn(AUTOCOMPLETE, token) ? (AUTOCOMPLETE[token] ?? null) : null;
}

function byType(type: string): FieldMeaning | null {
  return type === "email" ? "email" : type === "tel" ? "phone" : type === "password" ? "password" : null;
}

function byWords(words: readonly string[], type: string): FieldMeaning | null {
  // A box to tick is an answer to something, most often to a question of consent.
  if (type === "checkbox") return null;
  for (const word of words) {
    const plain = word
      .replace(/([a-z])([A-Z])/g, "$1 $2")
      .toLowerCase()
      .replace(/[^\p{L}\p{N}']+/gu, " ")
      .trim();
    if (plain === "" || plain.length > 120) continue;
    const found = MEANINGS.find(([, pattern]) => pattern.test(plain));
    if (found) return found[0];
  }
  return null;
}

function purposeOf(
  form: PageElement,
  controls: readonly PageElement[],
  fields: readonly FormField[],
  page: ReadPage,
): FormPurpose {
  const personal = fields.filter(({ meaning }) => PERSONAL.has(meaning));
  if (attribute(form, "role") === "search" || (personal.length === 0 && controls.length <= 2))
    return "search";
  const passwords = fields.filter(({ meaning }) => meaning === "password").length;
  if (passwords === 1 && personal.length <= 2) return "login";
  const own = [
    ...["id", "name", "class", "action", "aria-label"].map((name) => attribute(form, name)),
    ...allOf(form, ["button", "legend", "h1", "h2", "h3", "h4", "p"]).map((one) => textOf(one).slice(0, 200)),
    ...allOf(form, ["input"]).map((one) =>
      /submit|button/.test(attribute(one, "type")) ? attribute(one, "value") : "",
    ),
  ].join(" ");
  const around = [textOf(first(page.document, "h1")), page.title, new URL(page.url).pathname].join(" ");
  for (const words of [own, around])
    for (const [purpose, pattern] of PURPOSES) if (pattern.test(words)) return purpose;
  if (passwords > 0) return "account";
  return fields.some(({ meaning }) => meaning === "message") ? "contact" : "other";
}

/** The form, with the block around it where that is not the whole page. */
function surroundingsOf(form: PageElement): PageElement {
  let near = form;
  for (let i = 0; i < 3; i++) {
    const parent: unknown = near.parent;
    if (!isElement(parent) || /^(?:body|html|main)$/.test(parent.name)) break;
    near = parent;
  }
  return near;
}

function wrapping(element: PageElement, name: string): PageElement | undefined {
  for (let at: unknown = element.parent; isElement(at); at = at.parent) if (at.name === name) return at;
  return undefined;
}

const isElement = (node: unknown): node is PageElement =>
  typeof node === "object" && node !== null && "attribs" in node;
