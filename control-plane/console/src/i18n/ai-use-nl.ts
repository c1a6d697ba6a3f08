import type { aiUseEn } from "./ai-use-en.ts";

export const aiUseNl: typeof aiUseEn = {
  ask: "Vragen beantwoorden over het gebruik van het model",
  intro:
    "Met de antwoorden geeft de scan een indicatie van de risicoklasse volgens de AI-verordening. Alleen deze keuzes worden verstuurd; er is geen plaats voor namen.",
  domain: "Waarvoor wordt het gebruikt?",
  domainHint: "De gebieden van bijlage III bij de AI-verordening. Kies wat het dichtst bij het doel ligt.",
  domainPlaceholder: "Kies een gebied",
  domainMissing: "Kies een gebied, of de laatste keuze als het geen van deze is.",
  areas: {
    product:
      "een veiligheidsonderdeel van een product, zoals een machine, speelgoed, lift of medisch hulpmiddel (bijlage I)",
    none: "geen van deze",
  },
  autonomy: "Wat gebeurt er met de uitkomst?",
  autonomies: {
    decides: "Het model beslist zelf",
    advises: "Een mens beslist ermee",
    prepares: "Het bereidt alleen een taak voor, zoals sorteren of omzetten",
  },
  autonomyMissing: "Kies wat er met de uitkomst gebeurt.",
  persons: "Over wie gaat de uitkomst?",
  personNames: {
    customers: "klanten",
    workers: "werknemers",
    applicants: "sollicitanten",
    pupils: "leerlingen en studenten",
    patients: "patiënten",
    citizens: "burgers",
    children: "kinderen",
  },
  what: "Wat doet het?",
  profiling: "Het profileert mensen: het beoordeelt hun werk, gezondheid, middelen, interesses of gedrag",
  conversation: "Mensen praten ermee",
  generates: "Het maakt tekst, beeld, geluid of film",
  practices: "Doet het iets van het volgende?",
  practicesHint:
    "Artikel 5 van de AI-verordening verbiedt dit, met uitzonderingen die een jurist moet afwegen.",
  title: "Risicoklasse van het gebruik",
  subtitle:
    "Een indicatie uit de antwoorden bij de scan, en geen oordeel: uitzonderingen en feiten zijn aan een jurist om af te wegen.",
  classes: {
    prohibited: "Mogelijk een verboden praktijk",
    high: "Wijst op hoog risico",
    transparency: "Transparantieverplichtingen",
    minimal: "Geen verplichting die uit de antwoorden volgt",
  },
  answers: "De antwoorden",
  noAnswers:
    "Bij deze scan zijn geen vragen over het gebruik beantwoord, dus er is geen indicatie van de risicoklasse. Start een nieuwe scan om ze te beantwoorden.",
};
