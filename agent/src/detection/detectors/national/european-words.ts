/** Words beside any country's number of a person. */
export const PERSONAL_ID_WORDS = [
  ...["national id", "national id number", "national identification number", "national identity number"],
  ...[
    "national identifier",
    "nationalid",
    "national id no",
    "personal id",
    "personal id number",
    "personal number",
  ],
  ...["personal identification number", "personal identity number", "personal identification code"],
  ...["personal identity code", "personal code", "identity number", "identification number", "id number"],
  ...[
    "social security number",
    "social insurance number",
    "ssn",
    "birth number",
    "citizen id",
    "civil registration number",
  ],
  ...[
    "nationaal identificatienummer",
    "identificatienummer",
    "rijksregisternummer",
    "personennummer",
    "personenkennzahl",
  ],
  ...["numéro d'identification national", "numéro national"],
] as const;

/** Words beside a taxpayer's number. */
export const TAX_ID_WORDS = [
  ...["tax id", "tax id number", "tax identification number", "tax number", "tax no", "tin", "tin number"],
  ...[
    "taxpayer id",
    "taxpayer number",
    "taxpayer identification number",
    "tax code",
    "fiscal code",
    "fiscal number",
  ],
  ...["steuernummer", "steuer id", "fiscaal nummer", "numéro fiscal"],
] as const;

/** Words beside a number for value added tax. */
export const VAT_WORDS = [
  ...[
    "vat",
    "vat number",
    "vat id",
    "vat no",
    "vat nr",
    "vat reg",
    "vat reg no",
    "vat registration number",
    "vatin",
  ],
  ...[
    "vat code",
    "eu vat",
    "btw",
    "btw nummer",
    "btw id",
    "mwst",
    "ust",
    "ustid",
    "ust id",
    "ust idnr",
    "ust id nr",
    "tva",
  ],
  ...["tva intracommunautaire", "iva", "umsatzsteuer identifikationsnummer", "tax id", "tax number", "tin"],
] as const;

/** Words beside the number of a company. */
export const COMPANY_WORDS = [
  ...[
    "company number",
    "company no",
    "company id",
    "company code",
    "company registration number",
    "registration number",
  ],
  ...[
    "business id",
    "business number",
    "business registration number",
    "organisation number",
    "organization number",
  ],
  ...["corporate id", "corporate identity number", "reg no", "bedrijfsnummer", "ondernemingsnummer"],
] as const;

/** Words beside the number of an identity card. */
export const ID_CARD_WORDS = [
  ...["id card", "id card number", "id card no", "identity card", "identity card number", "identity card no"],
  ...["national id card", "national identity card", "identity document", "id document", "identiteitskaart"],
  ...["personalausweis", "ausweisnummer", "carte d'identité", "document number", "document no"],
] as const;

/** Words beside the number of a passport. */
export const PASSPORT_WORDS = [
  ...[
    "passport",
    "passport number",
    "passport no",
    "passport nr",
    "passport id",
    "passport num",
    "passportnumber",
  ],
  ...[
    "travel document",
    "travel document number",
    "paspoort",
    "paspoortnummer",
    "reisepass",
    "reisepassnummer",
    "passnummer",
  ],
  ...["passeport", "numéro de passeport", "n° de passeport"],
] as const;
