/** Names and fillers that people, and models after them, write where no one is meant. */
const FILLERS =
  /\b(?:j(?:ohn|ane)[._ -]?(?:doe|smith)|jan(?:e)?[._ -]?(?:jansen|janssen)|piet[._ -]?pietersen|max[._ -]?mustermann|your[._ -]?\w+|mijn[._ -]?naam|voornaam|achternaam|first[._ -]?name|last[._ -]?name|user(?:name)?|gebruiker(?:snaam)?|example|voorbeeld|test(?:user)?|change[._ -]?me|placeholder|x{3,}|abc123|password|wachtwoord|secret|geheim)\b/i;

/** Whether a value looks made up on the spot: a filler, or digits that only count or repeat. */
export function looksInvented(value: string): boolean {
  if (FILLERS.test(value.replace(/[@/:]/g, " "))) return true;
  const digits = value.replace(/\D/g, "");
  return digits.length >= 6 && runs(digits);
}

/** `123456789`, `000000000`, `121212`: what counts up or down, stands still or takes turns for most of its length. */
function runs(digits: string): boolean {
  const steps = [...digits].slice(1).map((digit, at) => (Number(digit) - Number(digits[at]) + 10) % 10);
  const usual = (step: number) => steps.filter((one) => one === step).length;
  if (Math.max(usual(0), usual(1), usual(9)) >= steps.length * 0.75) return true;
  return digits.slice(2) === digits.slice(0, -2);
}
