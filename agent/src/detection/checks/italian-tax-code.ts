/** Values at odd places, for 0–9 and A–Z; a digit counts as the letter of the same rank. DM 23 December 1976. */
const ODD = [
  1, 0, 5, 7, 9, 13, 15, 17, 19, 21, 2, 4, 18, 20, 11, 3, 6, 8, 12, 14, 16, 10, 22, 25, 24, 23,
] as const;

/** Letters that stand in for the digits 0–9 where two people would have the same code. */
const REPLACED = "LMNPQRSTUV";

/** The control letter over the first fifteen characters, in capitals. */
export function italianControlLetter(text: string): string {
  let sum = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    const rank = code < 58 ? code - 48 : code - 65;
    sum += i % 2 === 0 ? (ODD[rank] ?? 0) : rank;
  }
  return String.fromCharCode(65 + (sum % 26));
}

/** The digits at the places that hold digits, with the letters that replace them read back. */
export function withoutReplacedDigits(text: string): string {
  return text.replace(/[A-Z]/g, (letter) => {
    const digit = REPLACED.indexOf(letter);
    return digit < 0 ? letter : String(digit);
  });
}
