const LETTERS = "TRWAGMYFPDXBNJZSQVHLCKE";

/** The letter of a DNI or NIE over its digits: the number modulo 23, Real Decreto 1553/2005. */
export function spanishLetter(digits: string): string {
  return LETTERS.charAt(Number(digits) % 23);
}

const ORGANISATION_LETTERS = "JABCDEFGHI";

/** The check digit of an organisation's NIF over its seven digits, as a digit and as a letter (Orden EHA/451/2008). */
export function spanishOrganisationControl(digits: string): readonly [digit: string, letter: string] {
  let sum = 0;
  for (let i = 0; i < digits.length; i++) {
    const digit = digits.charCodeAt(i) - 48;
    const doubled = digit * 2;
    sum += i % 2 === 1 ? digit : Math.floor(doubled / 10) + (doubled % 10);
  }
  const control = (10 - (sum % 10)) % 10;
  return [String(control), ORGANISATION_LETTERS.charAt(control)];
}
