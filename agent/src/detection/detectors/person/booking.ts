import type { Detector } from "../../detector.ts";
import { PERSON_NAME } from "./person-name.ts";

const booking = {
  entityType: "BOOKING_REFERENCE",
  rule: "pii.person.name",
  category: "person",
  looseName: true,
  normalise: (value: string) => value.replace(/\W/g, "").toUpperCase(),
  visible: { head: 0, tail: 2 },
} as const;

/** With it and a surname, a traveller's names, contacts and journey are shown. */
export const bookingReference: Detector = {
  ...booking,
  id: "booking-reference",
  format: "The six characters by which airlines know a booking, under a name that says so.",
  names: [
    ...["pnr", "pnr code", "pnr number", "pnr no", "record locator", "booking reference", "booking ref"],
    ...["booking code", "booking reference is", "booking code is", "reservation code", "reservation number"],
    ...[
      "airline reference",
      "airline confirmation",
      "confirmation code",
      "boekingscode",
      "boekingsreferentie",
    ],
    ...["reserveringscode", "reserveringsnummer", "buchungscode", "buchungsreferenz", "buchungsnummer"],
    ...["numéro de réservation", "référence de réservation", "code de réservation", "dossier de réservation"],
    ...["código de reserva", "localizador", "localizador de reserva", "codice di prenotazione"],
    ...["codice prenotazione", "bokningsreferens", "bookingreference", "kod rezerwacji"],
  ],
  pattern: /[A-Z\d]{6}(?![\w-])/,
  check: ({ value, name }) => {
    // Six digits are anybody's number, and six letters often a word; airlines mix them or spell nothing.
    if (/^\d+$/.test(value))
      return /pnr|locator|localizador/i.test(name) ? { reasons: ["in a field for a booking"] } : null;
    return /\d/.test(value) || !/[AEIOUY]/.test(value) || /pnr|locator|localizador/i.test(name)
      ? { reasons: ["in a field for a booking"] }
      : null;
  },
  confidence: { bare: 0.75, context: 0.75 },
  references: ["IATA Passenger and Airport Data Interchange Standards", "Directive (EU) 2016/681, annex I"],
  examples: {
    match: ["PNR: X7KQ2M", "Your booking code is QZ7T4P", "boekingscode QZ7T4P", "record locator: LMNPQR"],
    ignore: ["pnr: none", "booking reference REQUIRED", "booking reference: 123456", "X7KQ2M"],
  },
};

/** Three digits of the airline, ten of the ticket. */
export const airlineTicket: Detector = {
  ...booking,
  id: "airline-ticket",
  format: "Thirteen digits, of which the first three are an airline's, under the name of a ticket.",
  names: [
    ...[
      "ticket number",
      "ticket no",
      "ticket nr",
      "e-ticket",
      "eticket",
      "e-ticket number",
      "eticket number",
    ],
    ...["ticketnummer", "e-ticketnummer", "numéro de billet", "número de billete", "numero del biglietto"],
    ...["flugticket", "air ticket"],
  ],
  pattern: /\d{3}[- ]?\d{10}(?![\w-])/,
  check: () => ({ reasons: ["in a field for a ticket"] }),
  confidence: { bare: 0.75, context: 0.75 },
  references: ["IATA Resolution 722f"],
  examples: {
    match: ["e-ticket 074-2345678901", "Ticket number: 0742345678901"],
    ignore: ["ticket number 074-23456789", "0742345678901", "ticket number: PROJ-1234"],
  },
};

/** `VISSER/SANNE MRS`, as airlines print it. */
export const passengerName: Detector = {
  ...PERSON_NAME,
  id: "person-name-passenger",
  format: "Surname, slash, given name and title in capitals, under the word for a passenger.",
  names: [
    ...["passenger", "passenger name", "passengers", "pax", "pax name", "traveller", "traveler", "passagier"],
    ...["passagiernaam", "name of passenger", "passager", "pasajero", "passeggero", "name"],
  ],
  looseName: true,
  pattern: /[A-Z][A-Z'-]{1,25}\/[A-Z][A-Z'-]{1,25}(?: [A-Z]{2,20}){0,2}(?![\w/.])/,
  check: () => ({ reasons: ["in a field for a name"] }),
  confidence: { bare: 0.85, context: 0.9 },
  examples: {
    match: ["Passenger: VISSER/SANNE MRS", "pax LINDQVIST/OSKAR MR", "Name: JANSEN/PIETER MR"],
    ignore: ["VISSER/SANNE", "passenger: A/B", "passenger TCP/IP.4", "name: path/to/file"],
  },
};
