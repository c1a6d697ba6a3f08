/** Finds an element by a selector of CSS, as far as people write them down for a form: names, ids, classes, attributes. Pure. */
import { DomUtils } from "htmlparser2";
import type { PageDocument, PageElement } from "./read-page.ts";

type Test = (element: PageElement) => boolean;

const PART =
  /([#.])([\w-]+)|\[\s*([\w-]+)\s*(?:([\^$*~]?=)\s*(?:"([^"]*)"|'([^']*)'|([^\]"'\s]+))\s*)?\]|^([a-z][\w-]*|\*)/giy;

/** Null where nothing fits, or where the selector is one that takes a browser to read. */
export function select(document: PageDocument, selector: string): PageElement | null {
  const tests = selector.split(",").map((one) => stepsOf(one.trim()));
  const readable = tests.filter((steps) => steps !== null);
  if (readable.length === 0) return null;
  return DomUtils.findOne(
    (element) => readable.some((steps) => fits(element, steps)),
    document.children,
    true,
  );
}

/** From the outermost to the element itself. */
function stepsOf(selector: string): Test[] | null {
  const steps = selector.match(/(?:\[[^\]]*\]|[^\s[])+/g)?.filter((step) => step !== ">") ?? [];
  const tests = steps.map(testOf);
  return tests.length > 0 && tests.every((one) => one !== null) ? tests : null;
}

function testOf(step: string): Test | null {
  const tests: Test[] = [];
  PART.lastIndex = 0;
  while (PART.lastIndex < step.length) {
    const found = PART.exec(step);
    if (found === null) return null;
    const [, sign, word = "", name, operator, double, single, bare, tag] = found;
    if (tag !== undefined) tests.push(({ name: own }) => tag === "*" || own === tag.toLowerCase());
    else if (sign === "#") tests.push(({ attribs }) => attribs["id"] === word);
    else if (sign === ".") tests.push(({ attribs }) => (attribs["class"] ?? "").split(/\s+/).includes(word));
    else if (name !== undefined)
      tests.push(attributeTest(name.toLowerCase(), operator, double ?? single ?? bare ?? ""));
  }
  return (element) => tests.every((test) => test(element));
}

function attributeTest(name: string, operator: string | undefined, value: string): Test {
  return ({ attribs }) => {
    const own = attribs[name];
    if (own === undefined) return false;
    switch (operator) {
      case undefined:
        return true;
      case "^=":
        return value !== "" && own.startsWith(value);
      case "$=":
        return value !== "" && own.endsWith(value);
      case "*=":
        return value !== "" && own.includes(value);
      case "~=":
        return own.split(/\s+/).includes(value);
      default:
        return own === value;
    }
  };
}

/** The last step is the element's own; the others are somewhere above, in that order. */
function fits(element: PageElement, steps: readonly Test[]): boolean {
  const [own, ...above] = steps.toReversed();
  if (own === undefined || !own(element)) return false;
  let at: unknown = element.parent;
  for (const step of above) {
    while (isElement(at) && !step(at)) at = at.parent;
    if (!isElement(at)) return false;
    at = at.parent;
  }
  return true;
}

const isElement = (node: unknown): node is PageElement =>
  typeof node === "object" && node !== null && "attribs" in node;
