import { weightedSum } from "./weighted-sum.ts";

const ALPHABET = "ABCDEFGHJKLMNPQRSTUVWX0123456789";
const ENTITY_WEIGHTS = [4, 3, 5, 3, 10, 2, 2, 5, 7] as const;
/** Kinds of entities that are no businesses or local companies. */
const ENTITIES = new Set(
  "CC CD CH CL CM CP CS CX DP FB FC FM FN GA GB GS HS LL LP MB MC MD MH MM MQ NB NR PA PB PF RF RP SM SS TC TU VH XL".split(
    " ",
  ),
);

/** Singapore's Unique Entity Number in its three forms (ACRA): weights modulo 11. Takes capitals and digits. */
export function singaporeUen(text: string): boolean {
  if (/^\d{8}[A-Z]$/.test(text))
    return "XMKECAWLJDB".charAt(weightedSum(text.slice(0, 8), [10, 4, 9, 3, 8, 2, 7, 1]) % 11) === text[8];
  if (/^(?:1[89]|20)\d{7}[A-Z]$/.test(text))
    return "ZKCMDNERGWH".charAt(weightedSum(text.slice(0, 9), [10, 8, 6, 4, 9, 7, 5, 3, 1]) % 11) === text[9];
  if (!/^[RST]\d\d[A-Z]{2}\d{4}[A-Z]$/.test(text) || !ENTITIES.has(text.slice(3, 5))) return false;
  let sum = -5;
  for (let i = 0; i < 9; i++) sum += ALPHABET.indexOf(text.charAt(i)) * (ENTITY_WEIGHTS[i] ?? 0);
  return ALPHABET.charAt(sum % 11) === text[9];
}
