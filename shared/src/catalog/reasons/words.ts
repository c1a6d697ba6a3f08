/** Words of closed lists that stand within sentences. */
type Words = Readonly<Record<string, string>>;

/** What a kind of scan is of. */
export const SCANS: Words = {
  code: "broncode",
  document: "documenten",
  database: "databases",
  image: "afbeeldingen",
  website: "websites",
  "ai-model": "AI-modellen",
};

/** Tokens of GitHub's. */
export const ISSUED: Words = {
  token: "token",
  "personal access token": "persoonlijk toegangstoken",
  "OAuth access token": "OAuth-toegangstoken",
  "user-to-server token": "token van gebruiker naar server",
  "server-to-server token": "token van server naar server",
  "refresh token": "verversingstoken",
};

export const COINS: Words = {
  "Bitcoin or Litecoin": "Bitcoin of Litecoin",
  "Bitcoin or Litecoin, witness address": "Bitcoin of Litecoin, SegWit-adres",
  "Bitcoin test network": "het testnetwerk van Bitcoin",
};

/** Where in a document stands what its reader does not see. */
export const HIDDEN: Words = {
  comment: "opmerking",
  "deleted text": "verwijderde tekst",
  "deleted rows": "verwijderde rijen",
  "hidden text": "verborgen tekst",
  "hidden sheet": "verborgen blad",
  "hidden rows": "verborgen rijen",
  "hidden slide": "verborgen dia",
  "hidden element": "verborgen element",
  "speaker notes": "notities bij een dia",
  "pivot cache": "kopie achter een draaitabel",
  "external link cache": "kopie uit een gekoppeld bestand",
  "text under a box": "tekst onder een vlak",
  "text outside the page": "tekst buiten de pagina",
  "text on a hidden layer": "tekst op een verborgen laag",
  "white text": "witte tekst",
};

/** What a form's field asks for. */
export const FIELDS: Words = {
  name: "naam",
  email: "e-mailadres",
  phone: "telefoonnummer",
  address: "adres",
  "birth-date": "geboortedatum",
  gender: "geslacht",
  bsn: "BSN",
  "national-id": "nationaal identificatienummer",
  document: "nummer van een identiteitsbewijs",
  iban: "rekeningnummer",
  card: "betaalkaart",
  password: "wachtwoord",
  nationality: "nationaliteit",
  "marital-status": "burgerlijke staat",
  health: "gezondheid",
  religion: "religie",
  income: "inkomen",
  "birth-place": "geboorteplaats",
  photo: "foto",
  company: "bedrijf",
  message: "bericht",
  tel: "telefoonnummer",
  text: "tekst",
  textarea: "tekstvak",
  search: "zoeken",
  url: "webadres",
  number: "getal",
};

/** What a form is for. */
export const PURPOSES: Words = {
  login: "inloggen",
  search: "zoeken",
  newsletter: "nieuwsbrief",
  contact: "contact",
  account: "account",
  order: "bestelling",
  application: "sollicitatie",
  appointment: "afspraak",
  other: "iets anders",
};

/** What third parties do. */
export const VENDOR_KINDS: Words = {
  ad: "advertenties",
  social: "sociale media",
  cdn: "levering van bestanden",
  utility: "hulpdienst",
  analytics: "analyse",
  "tag-manager": "tagbeheer",
  video: "video",
  hosting: "hosting",
  "customer-success": "klantcontact",
  marketing: "marketing",
  other: "overig",
  content: "inhoud",
  "consent-provider": "toestemmingsbeheer",
};

export const COOKIE_PURPOSES: Words = {
  necessary: "noodzakelijk",
  "own-analytics": "eigen analyse",
  analytics: "analyse",
  advertising: "advertenties",
  "session-replay": "opname van het bezoek",
};

export const COUNTRIES: Words = {
  "United States": "Verenigde Staten",
  China: "China",
  Russia: "Rusland",
  India: "India",
  Canada: "Canada",
  EEA: "EER",
};

export const LANGUAGES: Words = { nl: "het Nederlands", en: "het Engels", de: "het Duits", fr: "het Frans" };

/** As browsers call what they ask for. */
export const REQUEST_KINDS: Words = {
  document: "pagina",
  stylesheet: "opmaak",
  image: "afbeelding",
  media: "media",
  font: "lettertype",
  script: "script",
  texttrack: "ondertitels",
  xhr: "gegevens",
  fetch: "gegevens",
  eventsource: "gegevensstroom",
  websocket: "verbinding",
  manifest: "manifest",
  ping: "melding",
  beacon: "melding",
  other: "iets anders",
};

export const RIGHTS: Words = {
  access: "inzage",
  rectification: "rectificatie",
  erasure: "wissing",
  restriction: "beperking",
  objection: "bezwaar",
  portability: "overdraagbaarheid",
};

/** What a privacy statement has to say (GDPR 13). */
export const STATEMENT_ITEMS: Words = {
  "who the controller is and how to reach it":
    "wie de verwerkingsverantwoordelijke is en hoe die te bereiken is",
  "the data protection officer": "de functionaris voor gegevensbescherming",
  "the purposes of the processing": "de doeleinden van de verwerking",
  "the legal basis": "de grondslag",
  "which legitimate interest": "welk gerechtvaardigd belang",
  "who receives the data": "wie de gegevens ontvangt",
  "transfers outside the EEA and the safeguards for them":
    "doorgifte buiten de EER en de waarborgen daarvoor",
  "how long the data is kept": "hoe lang de gegevens worden bewaard",
  "the rights to access, rectification, erasure, restriction, objection and portability":
    "de rechten op inzage, rectificatie, wissing, beperking, bezwaar en overdraagbaarheid",
  "that consent can be withdrawn at any time": "dat toestemming altijd kan worden ingetrokken",
  "that a complaint can be lodged with the supervisory authority":
    "dat een klacht bij de toezichthouder kan worden ingediend",
  "whether one must give the data, and what happens otherwise":
    "of men de gegevens moet verstrekken, en wat er anders gebeurt",
  "automated decisions and their logic": "geautomatiseerde besluiten en de logica erachter",
};

/** What a model card should say. */
export const CARD_ITEMS: Words = {
  "intended use": "beoogd gebruik",
  limitations: "beperkingen",
  "training data": "trainingsdata",
  "evaluation results": "resultaten van evaluatie",
  "who made it or whom to ask": "wie het maakte of aan wie men kan vragen",
};

/** How a typed value was sent on. */
export const WRITTEN_AS: Words = {
  "as it is": "zoals het is",
  "as base64": "als base64",
  "as hexadecimal": "hexadecimaal",
  "as MD5": "als MD5",
  "as SHA-1": "als SHA-1",
  "as SHA-256": "als SHA-256",
  "as SHA-512": "als SHA-512",
};

export const TECHNIQUES: Words = { canvas: "canvas", webgl: "WebGL", audio: "audio", fonts: "lettertypen" };

export const PERIODS: Words = {
  day: "dag",
  days: "dagen",
  week: "week",
  weeks: "weken",
  month: "maand",
  months: "maanden",
  year: "jaar",
  years: "jaar",
};
