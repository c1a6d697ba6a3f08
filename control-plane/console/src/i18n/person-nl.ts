import type { personEn } from "./person-en.ts";

export const personNl: typeof personEn = {
  kind: "Een persoon: waar iemands gegevens staan (AVG 15 en 17)",
  short: "Persoon zoeken",
  intro:
    "Voor een verzoek om inzage of verwijdering (AVG 15 en 17). Wat u invult, wordt in deze browser verzegeld voor de agents hieronder: het controlecentrum kan het niet lezen, en wist het als de zoekopdracht klaar is. U krijgt te zien waar de gegevens staan, nooit wat er staat.",
  source: "Waar zoeken",
  sourceHint: "Elke rij en elk bestand wordt gelezen. Dat duurt langer dan een scan met een steekproef.",
  noSource:
    "Geen verbonden agent neemt zoekopdrachten naar een persoon aan. Zet subjectSearch: true in het beleid van een agent; de bron moet een database of een map zijn.",
  cannotSeal:
    "Deze browser kan uw invoer niet verzegelen (X25519). Gebruik een recente Chrome, Edge, Firefox of Safari, via https.",
  sealedTo: "Verzegeld voor",
  compare:
    "Vergelijk de sleutel met wat dataguardian agent status op die machine zegt: een controlecentrum in verkeerde handen kan een andere tonen.",
  fields: {
    bsn: "BSN",
    name: "Naam",
    birthDate: "Geboortedatum",
    email: "E-mailadres",
    phone: "Telefoonnummer",
    iban: "Rekeningnummer (IBAN)",
    text: "Klantnummer of een andere code",
  },
  hints: {
    name: "Voornaam en achternaam. Alleen een naam kan ook van een ander zijn.",
    birthDate: "Maakt een naam zeker waar beide in één rij staan.",
  },
  faults: {
    bsn: "Dit is geen BSN: negen cijfers die voldoen aan de elfproef.",
    name: "Vul een voornaam en een achternaam in.",
    birthDate: "Vul een datum in.",
    email: "Vul een adres in zoals naam@example.org.",
    phone: "Vul het nummer met netnummer in, of met landnummer zoals +31.",
    iban: "Dit is geen IBAN.",
    text: "Vul 4 tekens of meer in.",
    empty: "Vul ten minste één gegeven in waaraan de persoon te herkennen is.",
    birthDateAlone: "Alleen een geboortedatum onderscheidt niemand. Vul er een naam bij in.",
  },
  files: "Ook kijken in bestanden in kolommen met bytes",
  filesHint: "Brieven, scans en archieven die de database bewaart. Bij veel daarvan duurt dat uren.",
  submit: "Verzegelen en zoeken",
  places: "Waar de gegevens van de persoon staan",
  placesHint: "Alleen plaatsen en aantallen. Waarnaar is gezocht, is gewist.",
  none: "Nergens gevonden in wat is doorzocht",
  noneText: (scanned, seen) =>
    `Van ${seen} zijn er ${scanned} doorzocht. Kijk hieronder wat is overgeslagen voordat u het verzoek beantwoordt.`,
  table: "Tabel of bestand",
  column: "Kolom",
  what: "Wat",
  rows: "Rijen",
  certainty: "Hoe zeker",
};
