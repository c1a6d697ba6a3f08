import type { EntityName } from "./entity-name.ts";

/** How someone is reached, and what their devices and vehicles are known by. */
export const ONLINE_TYPES = {
  EMAIL_ADDRESS: { en: "E-mail address", nl: "E-mailadres" },
  PHONE_NUMBER: { en: "Phone number", nl: "Telefoonnummer" },
  IP_ADDRESS: { en: "IP address", nl: "IP-adres" },
  MAC_ADDRESS: { en: "MAC address", nl: "MAC-adres" },
  IMEI: { en: "Mobile device number (IMEI)", nl: "Toestelnummer (IMEI)" },
  IMSI: { en: "Mobile subscriber number (IMSI)", nl: "Abonneenummer van een simkaart (IMSI)" },
  ICCID: { en: "SIM card number (ICCID)", nl: "Simkaartnummer (ICCID)" },
  ADVERTISING_ID: { en: "Advertising identifier", nl: "Advertentie-id" },
  SESSION_ID: { en: "Session identifier", nl: "Sessie-id" },
  GPS_COORDINATES: { en: "GPS coordinates", nl: "GPS-coördinaten" },
  SOCIAL_HANDLE: { en: "Social media account", nl: "Account op sociale media" },
  URL_WITH_PII: { en: "Personal data in a URL", nl: "Persoonsgegeven in een URL" },
  VIN: { en: "Vehicle identification number (VIN)", nl: "Voertuigidentificatienummer (VIN)" },
  DE_LICENSE_PLATE: { en: "German licence plate", nl: "Duits kenteken" },
  BE_LICENSE_PLATE: { en: "Belgian licence plate", nl: "Belgisch kenteken" },
  FR_LICENSE_PLATE: { en: "French licence plate", nl: "Frans kenteken" },
  GB_LICENSE_PLATE: { en: "British licence plate", nl: "Brits kenteken" },
} as const satisfies Record<string, EntityName>;
