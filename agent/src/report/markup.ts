import { printable } from "./printable.ts";

/** HTML that is safe to write. Only the tag below makes it, so that no text gets in unescaped. */
export class Markup {
  readonly source: string;
  constructor(source: string) {
    this.source = source;
  }
}

type Part = Markup | string | number | null | readonly Part[];

/** A template whose texts are escaped, wherever they stand; attributes in it must have double quotes. */
export function html(literals: TemplateStringsArray, ...parts: readonly Part[]): Markup {
  return new Markup(
    literals.reduce((source, literal, at) => source + render(parts[at - 1] ?? null) + literal),
  );
}

const ENTITIES: Record<string, string> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
  "`": "&#96;",
};

function render(part: Part): string {
  if (part === null) return "";
  if (part instanceof Markup) return part.source;
  if (typeof part === "object") return part.map(render).join("");
  return printable(String(part)).replace(/[&<>"'`]/g, (c) => ENTITIES[c] ?? "");
}
