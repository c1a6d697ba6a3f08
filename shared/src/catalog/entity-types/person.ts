import type { EntityName } from "./entity-name.ts";

/** Who someone is and where they live. */
export const PERSON_TYPES = {
  PERSON_NAME: { en: "Name of a person", nl: "Naam van een persoon" },
  STREET_ADDRESS: { en: "Street address", nl: "Adres" },
  NL_POSTCODE: { en: "Dutch postcode", nl: "Postcode" },
  GB_POSTCODE: { en: "British postcode", nl: "Britse postcode" },
  DATE_OF_BIRTH: { en: "Date of birth", nl: "Geboortedatum" },
  AGE: { en: "Age", nl: "Leeftijd" },
  MINOR_AGE: { en: "Age of a child", nl: "Leeftijd van een kind" },
  PLACE_OF_BIRTH: { en: "Place of birth", nl: "Geboorteplaats" },
  GENDER: { en: "Gender", nl: "Geslacht" },
  NATIONALITY: { en: "Nationality", nl: "Nationaliteit" },
  MARITAL_STATUS: { en: "Marital status", nl: "Burgerlijke staat" },
  USERNAME: { en: "User name", nl: "Gebruikersnaam" },
  BOOKING_REFERENCE: { en: "Booking or ticket of a traveller", nl: "Boeking of ticket van een reiziger" },
} as const satisfies Record<string, EntityName>;
