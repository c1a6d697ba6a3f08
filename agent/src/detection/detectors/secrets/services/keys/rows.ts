import type { EntityType } from "@dataguardian/shared/catalog";
import type { Detector } from "../../../../detector.ts";
import { prefixedToken } from "../../platforms/prefixed-token.ts";
import { readTemplate } from "../../platforms/token-template.ts";
import { named } from "../named.ts";

/** Type, forms (see `TokenTemplate`, with a space between them), documentation. */
type TokenRow = readonly [type: EntityType, forms: string, reference: string];

/** Type, names of settings (with a comma between them; `!` before an ordinary word), forms, documentation. */
type KeyRow = readonly [type: EntityType, names: string, forms: string, reference: string];

const kebab = (type: EntityType) => type.toLowerCase().replaceAll("_", "-");

/** Tokens that tell their provider by a literal of their own. */
export const tokenRows = (rows: readonly TokenRow[]): Detector[] =>
  rows.map(([entityType, forms, reference]) =>
    prefixedToken({ id: kebab(entityType), entityType, tokens: forms.split(" "), references: [reference] }),
  );

/** Keys that only the setting they stand in gives away. */
export const keyRows = (rows: readonly KeyRow[]): Detector[] =>
  rows.map(([entityType, names, forms, reference]) => {
    const templates = forms.split(" ").map((form) => readTemplate(form, kebab(entityType)));
    const all = names.split(", ");
    return named(entityType, {
      brands: all.filter((name) => !name.startsWith("!")),
      ordinaryWords: all.filter((name) => name.startsWith("!")).map((name) => name.slice(1)),
      form: new RegExp(templates.map(({ source }) => source).join("|")),
      sample: templates[0]?.example ?? "",
      references: [reference],
    });
  });
