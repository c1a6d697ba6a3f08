/** Parts of patterns for addresses. Streets are told by the word for a street; numbers, postcodes and towns follow. */
const CAP = String.raw`\p{Lu}[\p{L}'’.]{1,24}(?:-[\p{L}'’]{2,20})?`;
const TOWN = String.raw`\p{Lu}[\p{L}'’]{1,24}(?:[ -](?:[a-zà-ÿ'’]{1,4}[ -])?\p{Lu}[\p{L}'’.]{1,24}){0,3}(?![\p{L}\d])`;
const JOIN = String.raw`[ ]{0,2}(?:,|\\n|\r?\n|-|•|\|)?[ ]{1,2}|,|\r?\n|\\n`;
/** House number with its letter, bus and range. */
const HOUSE = String.raw`\d{1,5}(?:[ -]?[a-zA-Z](?![\p{L}]))?(?:[-/–]\d{1,4}[a-zA-Z]?|bis|hs|ter)?(?:[- ](?:bus|bte|bis|hs|huis|[IVX]{1,3})(?![\p{L}])(?:[ ]\d{1,3})?)?`;

const NL_TAIL = String.raw`(?:(?:${JOIN})(?:NL-)?[1-9]\d{3}[ ]?[A-Z]{2}(?![\p{L}\d])(?:,?[ ]{1,2}${TOWN})?)?`;
const CONTINENTAL_TAIL = String.raw`(?:(?:${JOIN})(?:[A-Z]{1,2}-)?(?:\d{4,5}|\d\d-\d{3})[ ]${TOWN})?`;
const TAIL = `(?:${NL_TAIL.slice(0, -1)}|${CONTINENTAL_TAIL.slice(0, -1)})?`;

/** `Kerkstraat 12`, `Burg. van Tuyllkade 3-bis`, `Berliner Straße 5`: the word for a street ends the name. */
export const STREET_LAST = new RegExp(
  String.raw`(?<![\p{L}\d])(?:(?:\d{1,2}e|${CAP}|van|de|der|den|'s|het|ten|ter|in|op|am|an|im|zur|zum)[ ]){0,4}(?:\p{Lu}[\p{L}'’-]{1,30}?|${CAP}[ -](?=[SLWPGKDHAU]))(?:[Ss]traat|str\.|[Ss]tr\.?|[Ll]aan|[Ww]eg|[Pp]lein|[Gg]racht|[Kk]ade|[Ss]ingel|[Dd]ijk|[Ss]teeg|[Dd]reef|[Pp]ad|[Hh]of|[Pp]ark|[Bb]aan|lei|[Kk]aai|[Mm]arkt|[Hh]aven|[Ww]al|[Ss]tra(?:ß|ss)e|[Pp]latz|[Aa]llee|[Uu]fer|[Dd]amm|[Gg]asse|steenweg)[ ]${HOUSE}(?![\p{L}\d%€$]|[.,:]\d)${TAIL}`,
  "u",
);

/** `Via Roma 12`, `Calle Mayor, 5`, `Rue du Bac 3`, `Avenue Louise 54`: it begins the name. */
export const STREET_FIRST = new RegExp(
  String.raw`(?<![\p{L}\d])(?:Via|Viale|Piazza|Corso|Largo|Vicolo|Calle|C\/|Avenida|Avda\.?|Plaza|Paseo|Ronda|Carrera|Rua|Praça|Travessa|Rue|Avenue|Boulevard|Chaussée|Chemin|Quai|Allée|Impasse|Place|Square|ul\.|Ulica|Laan|Am|An|Auf|Im|Unter|Zum|Zur)[ ](?:(?:de|del|della|dello|dei|delle|degli|di|da|do|dos|das|du|des|d'|la|las|los|les|le|l'|van|der|den|dem|san|santa)[ ]?){0,3}\p{Lu}[\p{L}'’.-]{1,24}(?:[ ](?:(?:de|del|della|di|da|do|du|des|d'|la|le|van|der|e|y)[ ])?\p{Lu}[\p{L}'’.-]{1,24}){0,3}(?:,?[ ](?:n[°º.][ ]?)?)${HOUSE}(?![\p{L}\d%€$]|[.,:]\d)(?:,[ ]\d{1,2}[º°ª][ ]?\p{L}{0,8})?${TAIL}`,
  "u",
);

const STATE =
  "A[LKZR]|C[AOT]|D[EC]|FL|GA|HI|I[DLNA]|K[SY]|LA|M[EDAINSOT]|N[EVHJMYCD]|O[HKR]|PA|RI|S[CD]|T[NX]|UT|V[TA]|W[AVIY]|PR";
const PROVINCE = "AB|BC|MB|NB|NL|NS|NT|NU|ON|PE|QC|SK|YT";
const AU_STATE = "NSW|VIC|QLD|SA|WA|TAS|ACT|NT";
const UNIT = String.raw`(?:Apt|Apartment|Suite|Ste|Unit|Floor|Fl|Flat|Room|Rm|#)\.?[ ]?#?[\w-]{1,6}`;
const ANGLO_POSTCODE = String.raw`(?:,|[ ]|,[ ]|\\n|\n)(?:(?:${STATE})(?![\p{L}])(?:[ ,]{1,2}\d{5}(?:-\d{4})?)?|(?:${PROVINCE})[ ]{1,2}[A-Z]\d[A-Z][ ]?\d[A-Z]\d|(?:${AU_STATE})[ ]{1,2}\d{4}|[A-Z]{1,2}\d[A-Z\d]?[ ]\d[A-Z]{2}|\d{5})(?![\p{L}\d])`;
const ANGLO_TAIL = String.raw`(?:(?:${JOIN})${UNIT})?(?:(?:${JOIN})${TOWN}${ANGLO_POSTCODE}|,[ ]${TOWN})?`;
const ANGLO_WORD =
  "Street|St|Avenue|Ave|Av|Road|Rd|Drive|Dr|Lane|Ln|Boulevard|Blvd|Court|Ct|Place|Pl|Square|Sq|Terrace|Ter|Crescent|Cres|Close|Way|Parkway|Pkwy|Highway|Hwy|Circle|Cir|Trail|Trl|Gardens|Grove|Mews|Row|Walk|Hill|Esplanade|Parade|Plaza|Turnpike|Alley|Loop|Run|Pike|Broadway|Extension|Green|Rise|Vale|Quay|Wharf|Expressway|Freeway|Route|Mall|Strand|Path|Cove|Crossing|Ridge|Village|Mews|Park";

/** The other street suffixes of the USPS: ordinary words, which are a street's with a flat or a postcode alone. */
export const SUFFIX_TOO =
  "Burgs?|Bypass|Camp|Canyon|Cape|Causeway|Centers?|Circles|Cliffs?|Clubs?|Common|Corners?|Courts|Coves|Creek|Crest|Crossroad|Curve|Dale|Dam|Divide|Drives|Estates?|Falls|Ferry|Fields?|Flats?|Fords?|Forest|Forges?|Forks?|Fort|Gateway|Glens?|Greens|Groves|Harbors?|Haven|Heights|Hills|Hollow|Inlet|Islands?|Isle|Junctions?|Keys?|Knolls?|Lakes?|Land|Landing|Lights?|Locks?|Lodge|Manors?|Meadows?|Mills?|Mission|Motorway|Mount|Mountains?|Neck|Orchard|Oval|Overpass|Parks|Parkways|Pass|Passage|Pines?|Plains?|Points?|Ports?|Prairie|Radial|Ramp|Ranch|Rapids?|Rest|Ridges|River|Roads|Shoals?|Shores?|Skyway|Springs?|Spurs?|Squares|Station|Stravenue|Stream|Streets|Summit|Throughway|Trace|Track|Trafficway|Tunnel|Underpass|Unions?|Valleys?|Via|Viaduct|Views?|Villages|Ville|Vista|Walks|Wall|Ways|Wells?";

/** `1600 Elmwood Avenue NW, Apt 4B, Springfield, IL 62704`: the number comes first. */
export const NUMBER_FIRST = new RegExp(
  String.raw`\d{1,5}[A-Za-z]?(?:[-–/]\d{1,5}[A-Za-z]?)?,?[ ](?:(?:N|S|E|W|NE|NW|SE|SW|North|South|East|West)\.?[ ])?(?:(?:\p{Lu}[\p{L}'’.-]{0,20}|\d{1,3}(?:st|nd|rd|th)|of|the|de|la|El)[ ]){1,4}?(?:${ANGLO_WORD}|(?:${SUFFIX_TOO})(?![ ](?:${ANGLO_WORD})(?![\p{L}])))(?![\p{L}'’])\.?(?:[ ](?:N|S|E|W|NE|NW|SE|SW|North|South|East|West)(?![\p{L}])\.?)?${ANGLO_TAIL}|\d{1,5}[A-Z]?[ ](?:[\p{Lu}\d][\p{L}\d'’.-]{0,20}(?:[ ,]{1,2}|,?\r?\n|\\n)){1,5}?(?:${UNIT}(?:,[ ]|\r?\n|\\n))?${TOWN},[ ](?:${STATE})[ ]\d{5}(?:-\d{4})?(?!\d)`,
  "u",
);
/** `12 bis, rue de la Paix, 75002 Paris`: French, in small letters too. */
export const FRENCH_NUMBER_FIRST = new RegExp(
  String.raw`\d{1,4}(?:[ ]?(?:bis|ter|quater|[A-D]))?,?[ ](?:[Rr]ue|[Aa]venue|[Aa]v\.|[Bb]oulevard|[Bb]d|[Cc]hemin|[Ii]mpasse|[Aa]llées?|[Qq]uai|[Pp]lace|[Cc]ours|[Rr]oute|[Ss]quare|[Pp]assage|[Ff]aubourg|[Ss]entier|[Rr]uelle|[Rr]ésidence)[ ](?:(?:de|du|des|d['’]|la|l['’]|les|le|aux|en|sur)[ ]?){0,3}\p{Lu}[\p{L}'’.-]{1,24}(?:[ ](?:(?:de|du|des|d['’]|la|l['’]|les|le|et)[ ]?){0,2}\p{Lu}[\p{L}'’.-]{1,24}){0,4}${CONTINENTAL_TAIL}`,
  "u",
);
/** Any street with its number, where a label says that one follows. */
export const LABELLED = new RegExp(
  String.raw`(?:\d{1,5}[A-Za-z]?,?[ ]\p{Lu}[\p{L}'’.-]{1,24}(?:[ ][\p{L}\d'’.-]{1,24}){0,4}${ANGLO_TAIL}|(?=\p{L}|['’]s)[\p{L}'’.-]{2,30}(?:[ ][\p{L}'’.-]{1,24}){0,4},?[ ]${HOUSE}(?![\p{L}\d])(?![.:]\d)${TAIL})`,
  "u",
);
export const PO_BOX = new RegExp(
  String.raw`(?:Postbus|Postfach|P\.?[ ]?O\.?[ ]?Box|Boîte postale|Boite postale|Apartado(?: de correos)?|Casella postale|Post Office Box|GPO Box|Locked Bag)[ :]{1,2}(?:\d[\d ]{0,7}\d|\d)(?![\d\p{L}])(?:${NL_TAIL}|${CONTINENTAL_TAIL}|${ANGLO_TAIL})`,
  "iu",
);
