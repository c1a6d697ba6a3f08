import type { Phrase } from "./phrase.ts";

/** What searches for one person say of a place, and why one could not be done. */
export const SUBJECT_PHRASES = [
  ["in 1 row of the table", "in 1 rij van de tabel"],
  ["in {count:n} rows of the table", "in {count} rijen van de tabel"],
  ["{count:n} times in the file", "{count} keer in het bestand"],
  ["sure: what was searched for stands there whole", "zeker: wat is gezocht staat er helemaal"],
  [
    "sure: the name stands in one row with the date of birth",
    "zeker: de naam staat in één rij met de geboortedatum",
  ],
  [
    "possible: the name alone, which others may have too",
    "mogelijk: alleen de naam, die ook van een ander kan zijn",
  ],
  [
    "no search term in it: rows belong to those of {table} by a foreign key",
    "zonder zoekterm erin: rijen horen door een verwijzing bij die van {table}",
  ],
  [
    "The agent's policy does not allow searches for a person.",
    "Het beleid van de agent staat geen zoekopdrachten naar een persoon toe.",
  ],
  [
    "A person is searched for in sources of databases and documents only.",
    "Naar een persoon wordt alleen gezocht in bronnen van databases en documenten.",
  ],
  ["The search terms were not sealed to this agent.", "De zoektermen zijn niet voor deze agent verzegeld."],
  [
    "The search terms were sealed to another key than this agent's: ask for a new search.",
    "De zoektermen zijn verzegeld voor een andere sleutel dan die van deze agent: vraag een nieuwe zoekopdracht aan.",
  ],
  [
    "The search terms were sealed more than a week ago, or the clocks differ: ask for a new search.",
    "De zoektermen zijn meer dan een week geleden verzegeld, of de klokken lopen uiteen: vraag een nieuwe zoekopdracht aan.",
  ],
  [
    "The source names no database that can be read here.",
    "De bron noemt geen database die hier te lezen is.",
  ],
  // What is wrong with a search term.
  [
    "A search term is no BSN: nine digits that pass the eleven-test.",
    "Een zoekterm is geen BSN: negen cijfers die de elfproef doorstaan.",
  ],
  ["A search term is no e-mail address.", "Een zoekterm is geen e-mailadres."],
  [
    "A search term is no phone number: give it with its country, such as {example}.",
    "Een zoekterm is geen telefoonnummer: geef het met de landcode, zoals {example}.",
  ],
  [
    "A search term is no IBAN: its check digits do not fit.",
    "Een zoekterm is geen IBAN: de controlecijfers kloppen niet.",
  ],
  [
    "A search term is no name: give a given name and a family name.",
    "Een zoekterm is geen naam: geef een voornaam en een achternaam.",
  ],
  [
    "A search term is no date: write it as {form} or {other}.",
    "Een zoekterm is geen datum: schrijf die als {form} of {other}.",
  ],
  [
    "A search term is too short to be told from others: give {count:n} characters or more.",
    "Een zoekterm is te kort om van andere te onderscheiden: geef {count} tekens of meer.",
  ],
  [
    "A birth date alone tells nobody apart: give a name beside it.",
    "Een geboortedatum alleen wijst niemand aan: geef er een naam bij.",
  ],
] as const satisfies readonly Phrase[];
