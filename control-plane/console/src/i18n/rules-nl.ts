import type { rulesEn } from "./rules-en.ts";

export const rulesNl: typeof rulesEn = {
  title: "Eigen regels",
  subtitle:
    "Schrijf een detector voor een eigen nummer of code, probeer hem, en geef hem als bestand aan uw agents. Niets van wat u hier typt, verlaat deze browser.",
  rule: "De regel",
  name: "Naam",
  nameHint: (id) => `In het bestand en in bevindingen: ${id}`,
  pattern: "Patroon",
  patternHint:
    "In de syntaxis van RE2, zoals KL-\\d{8}. Zonder vooruit- en terugkijken en terugverwijzingen kost het lineaire tijd, wat de tekst ook is.",
  ignoreCase: "Hoofdletters en kleine letters zijn gelijk",
  keywords: "Trefwoorden",
  keywordsHint:
    "Letterlijke stukken waarvan er een in elke vondst staat. Ze maken de regel snel. Komma's ertussen.",
  contextWords: "Woorden die ervoor spreken",
  contextWordsHint: "Dicht bij een vondst maken ze die zekerder. Komma's ertussen.",
  againstWords: "Woorden die ertegen spreken",
  checksum: "Controlegetal",
  noChecksum: "Geen",
  checksums: {
    luhn: "Luhn (betaalkaarten)",
    "eleven-test": "Elfproef (BSN, rekeningen)",
    mod97: "Rest bij 97 (IBAN)",
    "mod11-10": "Rest bij 11 en 10",
    verhoeff: "Verhoeff",
  },
  severity: "Ernst",
  credential: "Het is een wachtwoord of sleutel: bevindingen tonen er niets van",
  match: "Voorbeelden die hij moet vinden",
  matchHint: "Eén per regel. Een agent start niet met een regel die zijn eigen voorbeelden mist.",
  ignore: "Voorbeelden die hij moet overslaan",
  ignoreHint: "Eén per regel.",
  faults: {
    name: "Geef hem een naam met ten minste twee letters.",
    pattern: "Vul een patroon in.",
    keywords: "Elk trefwoord heeft 3 tekens of meer nodig.",
    words: "Elk woord heeft 2 tekens of meer nodig.",
    match: "Vul ten minste één voorbeeld in dat de regel vindt.",
    missed: (numbers) => `De regel vindt voorbeeld ${numbers} niet.`,
    raised: (numbers) => `De regel vindt voorbeeld ${numbers}, dat hij moet overslaan.`,
    pattern_empty: "Het patroon past op de lege tekst, dus overal. Maak een deel ervan verplicht.",
    pattern_syntax: (why) => `RE2 kent dit patroon niet: ${why}.`,
    invalid: (field) => `Een agent zou niet aannemen wat er in ${field} staat.`,
  },
  syntax: {
    "": "vooruitkijken, terugkijken en terugverwijzingen zijn er niet",
    "missing closing ]": "een [ is niet gesloten",
    "missing closing )": "een ( is niet gesloten",
    "unexpected )": "er staat een ) zonder haar (",
    "missing argument to repetition operator": "er staat niets voor *, +, ? of {}",
    "invalid nested repetition operator": "twee van *, +, ? en {} staan naast elkaar",
    "invalid repeat count": "het getal in {} is te groot, of verkeerd om",
    "bad repetition operator": "twee van *, +, ? en {} staan naast elkaar",
    "invalid escape sequence":
      "wat na een backslash staat, is onbekend; terugverwijzingen zoals \\1 zijn er niet",
    "trailing backslash at end of expression": "er staat een backslash aan het eind",
    "invalid character class range": "een bereik zoals a-z staat verkeerd om, of is onbekend",
    "invalid character class": "wat tussen [ en ] staat, is onbekend",
    "invalid or unsupported Perl syntax":
      "wat na (? staat, is onbekend; vooruitkijken en terugkijken zijn er niet",
  },
  test: "Proberen",
  text: "Tekst om te doorzoeken",
  textHint:
    "Plak hier iets. Het wordt in deze browser doorzocht door de engine van de agents zelf, en gaat nergens heen.",
  waiting: "Vul een patroon en een tekst in; wat de regel vindt, wordt hier gemarkeerd.",
  running: "Aan het zoeken…",
  slow: "Dit duurt te lang. Probeer het met een kortere tekst.",
  broken: "De engine kon niet worden gestart. Laad de pagina opnieuw en probeer het nog eens.",
  none: "Niets gevonden in de tekst.",
  found: (count) => `Gevonden: ${count}`,
  match1: (value, share) => `${value}, zekerheid ${share}`,
  alone:
    "Hier staat de regel alleen. In een scan kan een ingebouwde detector zekerder zijn van dezelfde tekens.",
  file: "Voor uw agents",
  fileText:
    "Bewaar het naast agent.yaml, noem het daar met detectionFile: detectors.yaml, en start de agent opnieuw. Regels die al in het bestand staan, blijven erboven of eronder staan. Controleer het met dataguardian rules test detectors.yaml.",
  download: "detectors.yaml downloaden",
  notReady:
    "Het bestand verschijnt hier als de regel een naam, een patroon en een voorbeeld heeft en zijn voorbeelden bewijst.",
};
