import type { Sensitive } from "../detection/sensitive.ts";

export const IDENTIFIER_KINDS = ["bsn", "email", "phone", "iban", "name", "birthDate", "text"] as const;
/** `text`: a number or code of the organisation's own, found as it stands. */
export type IdentifierKind = (typeof IDENTIFIER_KINDS)[number];

/** Something that a person is recognised by. A phone number in E.164, an IBAN without spaces, a birth date as `1980-03-12`. */
export interface Identifier {
  kind: IdentifierKind;
  value: Sensitive<string>;
}
