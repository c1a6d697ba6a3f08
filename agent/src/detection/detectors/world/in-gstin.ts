import { identifier } from "../../define.ts";
import { isGstState } from "./in-states.ts";
import { proven } from "./proven.ts";

const ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";

/** Luhn over 36 characters: every second one doubled, the two digits of a product in base 36 added up. */
function luhn36(text: string): boolean {
  let sum = 0;
  for (let i = 0; i < text.length; i++) {
    const value = ALPHABET.indexOf(text[text.length - 1 - i] ?? "");
    const product = i % 2 === 0 ? value : value * 2;
    sum += Math.floor(product / 36) + (product % 36);
  }
  return sum % 36 === 0;
}

export const inGstin = identifier({
  id: "in-gstin",
  entityType: "IN_GSTIN",
  rule: "pii.organisation.number",
  category: "organisation",
  format: "Two digits of the state, the PAN, a digit or letter, Z, a check character.",
  checksum: "Luhn over 36 characters.",
  forms: ["99AAAAA9999AXXX"],
  contextWords: [
    "gstin",
    "gst",
    "gst no",
    "gst number",
    "gstin no",
    "gst registration",
    "goods and services tax",
    "जीएसटी",
  ],
  check: proven({
    reason: "checksum, state and PAN",
    holds: (text) => isGstState(text.slice(0, 2)) && /^.{5}[ABCEFGHJKLPT]/.test(text) && luhn36(text),
  }),
  confidence: { bare: 0.85, context: 0.97 },
  references: ["Central Goods and Services Tax Rules 2017, rule 10"],
  examples: {
    match: ["GSTIN: 29BXKPT4829M1ZG", "27AAACT4829K1Z1"],
    ignore: ["GSTIN: 29BXKPT4829M1Z1", "79BXKPT4829M1Z4"],
  },
});
