/** What is wrong with a privacy statement, or with there being none. Pure. */
import { BEHIND, type Behind } from "./find-statement.ts";
import { ITEM_RULES } from "./required-items.ts";
import type { Statement } from "./read-statement.ts";
import { yearsBetween } from "./written-at.ts";

export interface StatementFault {
  type: "PRIVACY_STATEMENT_MISSING" | "PRIVACY_STATEMENT_INCOMPLETE";
  confidence: number;
  reasons: string[];
}

/** What a scan of the whole site knows. */
export interface SiteFacts {
  /** Whether the site asks for, or hands out, data of its visitors: forms, cookies, third parties. */
  handlesData: boolean;
  /** The language that most of its pages are in. */
  language: string | null;
  /** Third parties that were seen: vendors by the names that people know. */
  vendors: readonly string[];
  /** The statement's text, for names. */
  statementText: string;
  /** Where no text was one: what the best link to one leads to, if there is a link. */
  behind?: Behind | undefined;
  /** Pages that were looked at. */
  pages: number;
  now: Date;
}

const MAX_REASONS = 12;
/** The law sets no term; what a site does changes sooner. */
const OLD_YEARS = 3;

export function judgeStatement(statement: Statement | null, site: SiteFacts): StatementFault | null {
  if (statement === null) return site.pages === 0 ? null : missing(site);
  const abroad = site.vendors.filter((vendor) => isAbroad(vendor));
  // A transfer that the text does not speak of is seen by where the third parties are.
  const notSaid = statement.items.filter(
    ({ item, state }) =>
      state === "missing" || (item === "transfers" && state === "not needed" && abroad.length > 0),
  );
  const unnamed = site.vendors.filter((vendor) => !namesVendor(site.statementText, vendor));
  const isOtherLanguage =
    statement.language !== null && site.language !== null && statement.language !== site.language;
  // One or two rights less in an else full list are no reason to speak of.
  const saysRights = !notSaid.some(({ item }) => item === "rights");
  const fewRights = saysRights && statement.missingRights.length > 2 ? statement.missingRights : [];
  const reasons = [
    ...notSaid.map(({ item }) => `not found: ${ITEM_RULES[item].en} (${ITEM_RULES[item].article})`),
    ...(fewRights.length > 0 ? [`rights not named: ${fewRights.join(", ")}`] : []),
    ...(isOtherLanguage ? [`in ${statement.language}, while the site is in ${site.language}`] : []),
    ...(unnamed.length > 0 ? [`seen on the site and not named: ${unnamed.slice(0, 6).join(", ")}`] : []),
  ];
  if (reasons.length === 0) return null;
  const years = statement.date?.day ? yearsBetween(statement.date.day, site.now) : 0;
  const present = statement.items.filter(({ state }) => state === "present").length;
  return {
    type: "PRIVACY_STATEMENT_INCOMPLETE",
    // Phrases can be missed; several misses at once are hardly all of ours.
    confidence: notSaid.length >= 3 ? 0.85 : notSaid.length > 0 || unnamed.length > 0 ? 0.7 : 0.6,
    reasons: [
      ...reasons.slice(0, MAX_REASONS - 2),
      ...(years >= OLD_YEARS ? [`last changed ${years} years ago`] : []),
      `${present} of ${statement.items.length} items found`,
    ],
  };
}

/** A site that knows nothing of its visitors but their addresses owes little; one that asks owes it all. */
function missing({ handlesData, behind, pages }: SiteFacts): StatementFault {
  // Of what is there and was not understood, a person has to look at it.
  const certainty = behind === undefined || behind === "nothing" ? 1 : 0.6;
  return {
    type: "PRIVACY_STATEMENT_MISSING",
    confidence: (handlesData ? 0.9 : 0.5) * certainty,
    reasons: [
      behind === undefined
        ? `no link to one on ${pages} ${pages === 1 ? "page" : "pages"}, nor at the usual addresses`
        : BEHIND[behind],
      ...(handlesData ? ["the site handles personal data of its visitors"] : []),
    ],
  };
}

/** By the same words by which the text itself would show it. */
function isAbroad(vendor: string): boolean {
  const { needed } = ITEM_RULES.transfers;
  return needed !== "always" && needed.test(vendor);
}

/** By the name's first word, too: "Hotjar Ltd" is Hotjar. */
export function namesVendor(text: string, vendor: string): boolean {
  const plain = text.toLowerCase();
  const [head = ""] = vendor.toLowerCase().split(/[\s,(/]+/);
  return plain.includes(vendor.toLowerCase()) || (head.length >= 4 && plain.includes(head));
}
