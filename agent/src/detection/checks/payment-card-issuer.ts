/** Issuer ranges with the lengths in use. `from` and `to` are compared as prefixes. */
const ISSUERS: readonly (readonly [from: string, to: string, lengths: readonly number[], name: string])[] = [
  ["4", "4", [13, 16, 19], "Visa"],
  ["51", "55", [16], "Mastercard"],
  ["2221", "2720", [16], "Mastercard"],
  ["34", "34", [15], "American Express"],
  ["37", "37", [15], "American Express"],
  ["300", "305", [14, 16], "Diners Club"],
  ["3095", "3095", [14, 16], "Diners Club"],
  ["36", "36", [14, 16], "Diners Club"],
  ["38", "39", [14, 16], "Diners Club"],
  ["3528", "3589", [16, 17, 18, 19], "JCB"],
  ["6011", "6011", [16, 19], "Discover"],
  ["644", "649", [16, 19], "Discover"],
  ["65", "65", [16, 19], "Discover"],
  ["62", "62", [16, 17, 18, 19], "UnionPay"],
  ["81", "81", [16, 17, 18, 19], "UnionPay"],
  ["5019", "5019", [16], "Dankort"],
  ["5018", "5018", [12, 13, 14, 15, 16, 17, 18, 19], "Maestro"],
  ["5020", "5020", [12, 13, 14, 15, 16, 17, 18, 19], "Maestro"],
  ["5038", "5038", [12, 13, 14, 15, 16, 17, 18, 19], "Maestro"],
  ["5893", "5893", [12, 13, 14, 15, 16, 17, 18, 19], "Maestro"],
  ["6304", "6304", [12, 13, 14, 15, 16, 17, 18, 19], "Maestro"],
  ["6759", "6763", [12, 13, 14, 15, 16, 17, 18, 19], "Maestro"],
  ["2200", "2204", [16, 17, 18, 19], "Mir"],
];

/** The network whose range and length a card number has, or null. Takes digits only. */
export function cardIssuer(digits: string): string | null {
  for (const [from, to, lengths, name] of ISSUERS) {
    const prefix = digits.slice(0, from.length);
    if (prefix >= from && prefix <= to && lengths.includes(digits.length)) return name;
  }
  return null;
}
