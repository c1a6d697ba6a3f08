import type { Candidate } from "../../candidate.ts";
import type { Detector, Verdict } from "../../detector.ts";

const place = {
  entityType: "GPS_COORDINATES",
  rule: "pii.location.gps",
  category: "online",
  visible: { head: 0, tail: 0 },
  references: ["ISO 6709", "RFC 5870", "WGS 84"],
} as const;

function checkPair({ value, name }: Candidate): Verdict | null {
  const [latitude = NaN, longitude = NaN] = value
    .replace(/^[([]\s?/, "")
    .split(/\s?[,;]\s?|\s/)
    .map(Number);
  if (Math.abs(latitude) > 90 || Math.abs(longitude) > 180) return null;
  const decimals = value.match(/\.\d+/g)?.map((part) => part.length - 1) ?? [];
  const fewest = Math.min(...decimals);
  const reasons = ["latitude and longitude", `${fewest} decimals`];
  if (name !== "") return { reasons };
  return {
    reasons,
    confidence:
      fewest >= 5 && /,/.test(value) && Math.min(Math.abs(latitude), Math.abs(longitude)) >= 1
        ? 0.5
        : fewest >= 4
          ? 0.3
          : 0,
  };
}

const PAIR =
  /(?<![\w.]|\d[,;]?\s)(?:[([]\s?)?[-+]?\d{1,2}\.\d{3,15}(?:\s?[,;]\s?|\s)[-+]?\d{1,3}\.\d{3,15}(?![\w.%]|\s?[,;]\s?[-+]?\d{1,9}\.\d|\s[-+]?\d{1,9}\.\d)/;
const WORDS = [
  ...[
    "gps",
    "coordinates",
    "coordinate",
    "coords",
    "coördinaten",
    "coordinaten",
    "koordinaten",
    "coordonnées",
    "coordenadas",
  ],
  ...[
    "lat",
    "latitude",
    "lng",
    "lon",
    "long",
    "longitude",
    "latlng",
    "latlong",
    "lat lng",
    "lat lon",
    "geo",
    "location",
    "locatie",
  ],
  ...[
    "position",
    "positie",
    "standort",
    "geolocation",
    "locatiegegevens",
    "breedtegraad",
    "lengtegraad",
    "breite",
    "länge",
  ],
];

/** Latitude and longitude next to each other. */
export const gpsPair: Detector = {
  ...place,
  id: "gps-pair",
  format: "Latitude and longitude in decimal degrees, with three decimals or more.",
  forms: ["9{1,2}.999"],
  pattern: PAIR,
  check: checkPair,
  contextWords: WORDS,
  againstWords: [
    "translate",
    "matrix",
    "path",
    "scale",
    "svg",
    "viewbox",
    "transform",
    "loss",
    "accuracy",
    "mean",
    "std",
    "score",
    "time",
    "vector",
  ],
  confidence: { bare: 0.3, context: 0.95, against: 0 },
  examples: {
    match: ["GPS of the house: 52.370216, 4.895168", "his location is 48.85661, 2.35222"],
    ignore: ["52.3, 4.8", "91.370216, 4.895168 gps", "0.1234 0.5678 0.9123", "loss 0.37021, 4.89516"],
  },
};

/** Under a name, where a minus sign may come first. */
export const gpsNamed: Detector = {
  ...place,
  id: "gps-named",
  format: "A pair of decimal degrees under a name that says so.",
  names: [
    ...[
      "coordinates",
      "coords",
      "gps",
      "gps coordinates",
      "gps coords",
      "gps location",
      "location",
      "latlng",
      "latlong",
      "lat lng",
    ],
    ...[
      "lat lon",
      "lat long",
      "geo",
      "geolocation",
      "position",
      "point",
      "locatie",
      "coördinaten",
      "koordinaten",
      "coordonnées",
      "geo position",
    ],
  ],
  looseName: true,
  pattern: new RegExp(`${PAIR.source}`),
  check: checkPair,
  confidence: { bare: 0.96, context: 0.96 },
  examples: {
    match: [
      "coordinates: -33.86882, 151.20929",
      'location="-33.86882,151.20929"',
      "latlng: [51.92251, 4.47917]",
    ],
    ignore: ["coordinates: -3.1, 4.2", "position: 120.12345, 3.12345"],
  },
};

/** One of the two, under its own name. */
export const gpsField: Detector = {
  ...place,
  id: "gps-field",
  format: "A latitude or longitude in decimal degrees under its name.",
  names: [
    ...[
      "lat",
      "latitude",
      "lng",
      "lon",
      "longitude",
      "breedtegraad",
      "lengtegraad",
      "geo lat",
      "geo lng",
      "geo lon",
      "gps lat",
    ],
    ...[
      "gps lon",
      "gps lng",
      "gps latitude",
      "gps longitude",
      "latitud",
      "longitud",
      "breitengrad",
      "längengrad",
    ],
  ],
  looseName: true,
  pattern: /[-+]?\d{1,3}\.\d{3,15}(?![\w.]|\s?[,;]\s?[-+]?\d{1,9}\.\d{3})/,
  check: ({ value, name }) => {
    const limit = /lat|breed|breit/i.test(name) ? 90 : 180;
    const degrees = Math.abs(Number(value));
    if (degrees > limit || degrees === 0) return null;
    return { reasons: ["decimal degrees under its name"] };
  },
  confidence: { bare: 0.85, context: 0.85 },
  examples: {
    match: ['{"lat": 52.370216, "lng": 4.895168}', 'lon="-74.00594"', "latitude=48.85661"],
    ignore: ["lat: 152.370216", "lat = 4", '"longitude": null'],
  },
};

/** Degrees, minutes and seconds. */
export const gpsSexagesimal: Detector = {
  ...place,
  id: "gps-sexagesimal",
  format: "Degrees, minutes and seconds north or south, east or west.",
  forms: ["9{1,3}°", "9{1,3} °"],
  pattern:
    /\d{1,2}\s?°\s?\d{1,2}(?:\.\d{1,6})?\s?['′’](?:\s?\d{1,2}(?:[.,]\d{1,6})?\s?(?:["″”]|''))?\s?[NSZ][\s,;/]{0,3}\d{1,3}\s?°\s?\d{1,2}(?:\.\d{1,6})?\s?['′’](?:\s?\d{1,2}(?:[.,]\d{1,6})?\s?(?:["″”]|''))?\s?[EWO](?!\w)|(?<=[NSZ]\s?)\d{1,2}\s?°\s?\d{1,2}(?:\.\d{1,6})?\s?['′’]?(?:\s?\d{1,2}(?:\.\d{1,6})?\s?["″”])?[\s,;/]{1,3}[EWO]\s?\d{1,3}\s?°\s?\d{1,2}(?:\.\d{1,6})?\s?['′’]?(?:\s?\d{1,2}(?:\.\d{1,6})?\s?["″”])?/,
  check: () => ({ reasons: ["degrees and minutes of both axes"] }),
  confidence: { bare: 0.9, context: 0.95 },
  examples: {
    match: [`52°22'12.8"N 4°53'42.6"E`, "40° 42′ 46″ N, 74° 0′ 22″ W", "N 52° 22.214' E 4° 53.710'"],
    ignore: ["20°C", "an angle of 45° 30'"],
  },
};

/** Decimal degrees with the letters of the compass. */
export const gpsCompass: Detector = {
  ...place,
  id: "gps-compass",
  format: "Decimal degrees north or south, then east or west.",
  forms: ["9{1,2}.9{2,10}°", "9{1,2}.9{2,10} °"],
  pattern: /\d{1,2}\.\d{2,10}\s?°\s?[NSZ][\s,;/]{0,3}\d{1,3}\.\d{2,10}\s?°\s?[EWO](?!\w)/,
  check: () => ({ reasons: ["degrees and minutes of both axes"] }),
  confidence: { bare: 0.9, context: 0.95 },
  examples: {
    match: ["GPS: 40.7128° N, 74.0060° W", "51.5074°N 0.1278°W"],
    ignore: ["20.55°C", "45.50° N of the line"],
  },
};

/** `geo:` addresses, and links to maps. */
export const gpsLink: Detector = {
  ...place,
  id: "gps-link",
  format: "A `geo:` address, or a link to a map with a point in it.",
  keywords: ["geo:", "maps/@", "maps?q=", "maps?ll=", "maps/place/", "?mlat=", "maps.google", "#map="],
  pattern:
    /(?:geo:|maps\/@|maps\?(?:q|ll)=|maps\.google\.[a-z.]{2,6}\/\?(?:q|ll)=|maps\/place\/(?:[^\s/"']{1,120}\/@)?)[-+]?\d{1,2}\.\d{3,15},[-+]?\d{1,3}\.\d{3,15}|#map=\d{1,2}\/-?\d{1,2}\.\d{3,15}\/-?\d{1,3}\.\d{3,15}|\?mlat=-?\d{1,2}\.\d{3,15}&(?:amp;)?mlon=-?\d{1,3}\.\d{3,15}/i,
  check: () => ({ reasons: ["a point on a map"] }),
  confidence: { bare: 0.97, context: 0.97 },
  examples: {
    match: [
      "geo:52.370216,4.895168",
      "https://maps.google.com/?q=52.370216,4.895168",
      "openstreetmap.org/#map=15/52.370216/4.895168",
      "https://www.google.com/maps/@52.370216,4.895168,15z",
    ],
    ignore: ["geo:none", "https://www.google.com/maps/about"],
  },
};
