/** What the parts of a NIR say of its form. */
export interface FrenchNir {
  /** The month is one of the calendar, or a code for a birth certificate that is incomplete. */
  month: "known" | "coded";
}

/**
 * Numéro d'inscription au répertoire (décret n° 82-103, art. 4): sex, year, month, department, municipality, order and a
 * key of 97 less the remainder by 97. 1 and 2 are final, 3, 4, 7 and 8 provisional; Corsica counts as 19 (2A) and 18
 * (2B). Takes fifteen characters.
 */
export function frenchNir(number: string): FrenchNir | null {
  const parts = /^([1-478])\d\d(\d\d)(\d\d|2[AB])(\d{3})(\d{3})(\d\d)$/.exec(number);
  if (!parts) return null;
  const [, , month = "", department = "", municipality, order, key] = parts;
  const coded = isCodedMonth(Number(month));
  if (!coded && !(Number(month) >= 1 && Number(month) <= 12)) return null;
  if (department === "00" || order === "000" || municipality === "000") return null;
  const spelled = number.slice(0, 13).replace("2A", "19").replace("2B", "18");
  // Thirteen digits stay under 2^53.
  if (97 - (Number(spelled) % 97) !== Number(key)) return null;
  return { month: coded ? "coded" : "known" };
}

/** 20, 30–42 and 50–99 stand for months that the certificate does not give. */
const isCodedMonth = (month: number) => month === 20 || (month >= 30 && month <= 42) || month >= 50;
