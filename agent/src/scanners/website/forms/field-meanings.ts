/** What a form's field asks for, by its autocomplete token (HTML, 4.10.18.7), its name and its label. Data. */

export type FieldMeaning =
  | "name"
  | "email"
  | "phone"
  | "address"
  | "birth-date"
  | "gender"
  | "bsn"
  | "national-id"
  | "document"
  | "iban"
  | "card"
  | "password"
  | "nationality"
  | "marital-status"
  | "health"
  | "religion"
  | "income"
  | "birth-place"
  | "photo"
  | "company"
  | "message";

export const AUTOCOMPLETE: Readonly<Record<string, FieldMeaning>> = {
  name: "name",
  "given-name": "name",
  "additional-name": "name",
  "family-name": "name",
  nickname: "name",
  username: "name",
  email: "email",
  tel: "phone",
  "tel-national": "phone",
  "street-address": "address",
  "address-line1": "address",
  "address-line2": "address",
  "postal-code": "address",
  bday: "birth-date",
  "bday-day": "birth-date",
  "bday-year": "birth-date",
  sex: "gender",
  "cc-number": "card",
  "cc-csc": "card",
  "cc-name": "card",
  "current-password": "password",
  "new-password": "password",
  organization: "company",
};

/** Words of Dutch, English, German and French; tried in this order on names and labels with their separators as spaces. */
export const MEANINGS: readonly (readonly [meaning: FieldMeaning, words: RegExp])[] = [
  ["bsn", /\b(?:bsn|burger ?service ?nummer|sofi ?nummer|citizen service number)\b/],
  [
    "national-id",
    /\b(?:rijksregister ?nummer|national (?:id|identity|insurance) ?(?:number|no)?|social security (?:number|no)|ssn|steuer ?(?:id|identifikationsnummer)|sozialversicherungsnummer|num[eé]ro de s[eé]curit[eé] sociale|nir|nin)\b/,
  ],
  [
    "document",
    /\b(?:paspoort ?nummer|passport ?(?:number|no)?|id ?kaart ?nummer|document ?nummer|rijbewijs ?nummer|driver'?s? licen[cs]e|reisepass ?nummer|ausweis ?nummer|num[eé]ro de passeport|kopie (?:id|paspoort|identiteitsbewijs))\b/,
  ],
  [
    "birth-date",
    /\b(?:geboorte ?datum|geboren op|geb ?datum|birth ?(?:date|day)|date of birth|dob|bday|geburts ?(?:datum|tag)|date de naissance|leeftijd|age)\b/,
  ],
  ["birth-place", /\b(?:geboorte ?plaats|place of birth|birth ?place|geburtsort|lieu de naissance)\b/],
  ["gender", /\b(?:geslacht|gender|sex|geschlecht|sexe|genre)\b/],
  ["nationality", /\b(?:nationaliteit|nationality|staatsangeh[oö]rigkeit|nationalit[aä]t|nationalit[eé])\b/],
  [
    "marital-status",
    /\b(?:burgerlijke staat|marital ?status|familienstand|[eé]tat civil|situation familiale|aantal kinderen)\b/,
  ],
  [
    "health",
    /\b(?:gezondheid\w*|medische? \w+|medicijn\w*|medicatie|allergie\w*|diagnose|klacht(?:en)? (?:medisch|lichamelijk)|health|medical \w+|medication|allerg(?:y|ies)|gesundheit\w*|krankheit\w*|sant[eé])\b/,
  ],
  ["religion", /\b(?:religie|geloof|kerk(?:genootschap)?|religion|faith|konfession)\b/],
  ["income", /\b(?:inkomen|salaris|loon|bruto ?jaarinkomen|income|salary|einkommen|gehalt|revenu|salaire)\b/],
  [
    "iban",
    /\b(?:iban|bank ?rekening(?: ?nummer)?|rekening ?nummer|bank ?account(?: ?number)?|kontonummer)\b/,
  ],
  [
    "card",
    /\b(?:credit ?card(?: ?number)?|card ?number|kaart ?nummer creditcard|kreditkarten ?nummer|cvc|cvv|num[eé]ro de carte)\b/,
  ],
  ["email", /\b(?:e ?mail(?: ?(?:adres|address|adresse))?|mail ?adres|courriel)\b/],
  [
    "phone",
    /\b(?:tel|telefoon(?: ?nummer)?|mobiel(?: ?nummer)?|phone(?: ?number)?|mobile(?: ?number)?|telefon(?: ?nummer)?|handynummer|t[eé]l[eé]phone|portable|gsm)\b/,
  ],
  [
    "address",
    /\b(?:adres|straat(?: ?naam)?|huis ?nummer|post ?code|woonplaats|address(?: line \d)?|street|zip(?: ?code)?|postal ?code|city|stra[sß]e|hausnummer|plz|wohnort|adresse|rue|code postal|ville)\b/,
  ],
  [
    "name",
    /\b(?:naam|voor ?naam|achter ?naam|voorletters|tussenvoegsel|uw naam|full ?name|first ?name|last ?name|given ?name|family ?name|surname|your name|vor ?name|nach ?name|nom|pr[eé]nom|name)\b/,
  ],
  ["photo", /\b(?:pas ?foto|foto van (?:uzelf|jezelf)|profile (?:photo|picture)|selfie|passbild)\b/],
  ["company", /\b(?:bedrijf(?:snaam)?|organisatie|company|organi[sz]ation|firma|unternehmen|entreprise)\b/],
  [
    "message",
    /\b(?:bericht|vraag|opmerking(?:en)?|toelichting|message|question|comments?|nachricht|frage|commentaire)\b/,
  ],
];

/** Fields by which a form asks for data of a person. A company's name or a message alone is none. */
export const PERSONAL: ReadonlySet<FieldMeaning> = new Set([
  "name",
  "email",
  "phone",
  "address",
  "birth-date",
  "birth-place",
  "gender",
  "bsn",
  "national-id",
  "document",
  "iban",
  "card",
  "password",
  "nationality",
  "marital-status",
  "health",
  "religion",
  "income",
  "photo",
]);

export type FormPurpose =
  | "login"
  | "search"
  | "newsletter"
  | "contact"
  | "account"
  | "order"
  | "application"
  | "appointment"
  | "other";

/** Words of a form's own text, name, address and button, in this order. */
export const PURPOSES: readonly (readonly [purpose: FormPurpose, words: RegExp])[] = [
  ["newsletter", /nieuwsbrief|newsletter|mailing ?list|abonneer|subscribe|infolettre|abonnieren/i],
  ["application", /sollicit|vacature|job ?application|apply for|bewerb|candidature|\bcv\b|motivatie/i],
  [
    "order",
    /bestel|afreken|checkout|check-?out|order|winkelwagen|\bcart\b|betaal|payment|kasse|commande|panier/i,
  ],
  [
    "appointment",
    /afspraak|appointment|reserver|boek(?:en|ing)|booking|termin|rendez-?vous|intake|inschrijfformulier/i,
  ],
  [
    "account",
    /registr|account aanmaken|maak (?:een )?account|sign ?up|create (?:an )?account|konto (?:erstellen|anlegen)|cr[eé]er (?:un )?compte|lid worden/i,
  ],
  ["login", /inlog|log ?in|sign ?in|aanmelden bij|anmelden|connexion|se connecter/i],
  [
    "contact",
    /contact|stel (?:uw|je) vraag|bericht|vraag|message|terugbel|offerte|kontakt|nachricht|call ?back|informatie ?aanvra/i,
  ],
];

/** What a purpose does not need. For any other purpose nobody can tell from outside, but for what a law reserves. */
export const EXCESSIVE: Readonly<Partial<Record<FormPurpose, readonly FieldMeaning[]>>> = (() => {
  const identity: FieldMeaning[] = [
    ...(["birth-date", "birth-place", "gender", "nationality", "marital-status", "religion"] as const),
    ...(["document", "national-id", "income", "photo"] as const),
  ];
  return {
    newsletter: [...identity, "address", "phone", "iban", "card", "health"],
    contact: [...identity, "iban", "card"],
    order: [
      "birth-place",
      "gender",
      "nationality",
      "marital-status",
      "religion",
      "document",
      "national-id",
      "income",
    ],
    account: [
      "birth-place",
      "nationality",
      "marital-status",
      "religion",
      "document",
      "national-id",
      "income",
    ],
    application: [
      "birth-place",
      "marital-status",
      "religion",
      "document",
      "national-id",
      "health",
      "iban",
      "photo",
    ],
    appointment: ["birth-place", "nationality", "religion", "income"],
  };
})();

/** A number that may be asked for only where a law says so (art. 46 UAVG); such sites look like these. */
export const MAY_ASK_BSN =
  /overheid|gemeente|belastingdienst|\buwv\b|\bsvb\b|duo\.nl|ziekenhuis|huisarts|zorgverzekera?a?r?|apotheek|tandarts|\bggz\b|\bggd\b|mijnzorg|pensioen|salarisadministratie|loonadministratie|notaris|digid/i;
