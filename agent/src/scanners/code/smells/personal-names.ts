/** What a name ends in when it holds data of a person: `user.email`, `klantBsn`, `date_of_birth`. */
const FEW_VALUES = [
  ...[
    "bsn",
    "burgerservicenummer",
    "sofinummer",
    "ssn",
    "social security number",
    "national id",
    "passport number",
  ],
  ...["phone", "phone number", "telephone", "telefoon", "telefoonnummer", "mobile number"],
  ...["iban", "bank account", "rekeningnummer", "card number", "credit card", "credit card number"],
  ...[
    "birth date",
    "date of birth",
    "birthdate",
    "birthday",
    "dob",
    "geboortedatum",
    "postcode",
    "postal code",
  ],
];
const MANY_VALUES = [
  ...["email", "e mail", "email address", "mail address", "emailadres"],
  ...["home address", "street address", "woonadres"],
  ...["first name", "last name", "full name", "surname", "voornaam", "achternaam", "firstname", "lastname"],
  ...["salary", "salaris", "diagnosis", "diagnose", "medication", "medical record", "religion", "ethnicity"],
];
const CREDENTIALS = ["password", "passwd", "wachtwoord", "client secret", "access token", "private key"];

const MAX_WORDS = 4;
const KINDS = new Map<string, "few" | "many" | "credential">([
  ...FEW_VALUES.map((term) => [term, "few"] as const),
  ...MANY_VALUES.map((term) => [term, "many"] as const),
  ...CREDENTIALS.map((term) => [term, "credential"] as const),
]);

export interface PersonalName {
  /** What makes it personal, such as `email`. */
  term: string;
  /** `few`: so few values exist that a hash of one can be tried out. */
  kind: "few" | "many" | "credential";
  /** Offset of the whole name in the code given. */
  offset: number;
  length: number;
}

/** A question about data is not the data: `isEmail`, `hasPhone`, `validateIban`. */
const ABOUT =
  /^(?:is|has|no|not|can|should|show|hide|validate|valid|check|invalid|parse|format|missing|mask|masked|hash|hashed|redact|redacted|encrypt|encrypted|anonymi[sz]ed?|min|max|test)$/;
const IDENTIFIER = /[\p{L}_$][\p{L}\p{N}_$]*/gu;

/** The names of personal data in a stretch of code from which comments and strings have been taken out. */
export function personalNames(code: string): PersonalName[] {
  const names: PersonalName[] = [];
  for (const { 0: identifier, index } of code.matchAll(IDENTIFIER)) {
    const words = wordsOf(identifier);
    // `getEmail()` gives the e-mail address; what `resetPassword()` gives, its name does not say.
    if (code[index + identifier.length] === "(" && words[0] !== "get") continue;
    if (ABOUT.test(words[0] ?? "")) continue;
    for (let count = Math.min(MAX_WORDS, words.length); count > 0; count--) {
      const term = words.slice(-count).join(" ");
      const kind = KINDS.get(term);
      if (kind === undefined) continue;
      names.push({ term, kind, offset: index, length: identifier.length });
      break;
    }
  }
  return names;
}

/** `$userEMail_address` → user, e, mail, address. */
function wordsOf(identifier: string): string[] {
  return identifier
    .replace(/(?<=[\p{Ll}\p{N}])(?=\p{Lu})|(?<=\p{Lu})(?=\p{Lu}\p{Ll})/gu, "_")
    .split(/[_$]+/)
    .filter((word) => word !== "")
    .map((word) => word.toLowerCase());
}
