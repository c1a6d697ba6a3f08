import type { Detector } from "../../detector.ts";

const DETAIL = {
  rule: "pii.person.name",
  category: "person",
  companion: true,
  normalise: (value: string) => value.toLowerCase().trim(),
  visible: { head: 0, tail: 0 },
} as const satisfies Partial<Detector>;
const BRP = "Wet basisregistratie personen, art. 2.7";

/** What closes a value in a form, a table, a document or a program. */
const ENDS = String.raw`(?=[ \t]{0,3}(?:$|[\r\n,;|<"'\x60\t.)}\\&/]))`;
const values = (list: string) =>
  new RegExp(
    `(?:${list
      .trim()
      .replace(/\s*\|\s*/g, "|")
      .replace(/\n\s*/g, "")})(?![\\p{L}\\d])${ENDS}`,
    "iu",
  );

export const placeOfBirth: Detector = {
  ...DETAIL,
  id: "place-of-birth",
  entityType: "PLACE_OF_BIRTH",
  format: "A capitalised place behind words that say where somebody was born.",
  names: [
    "place of birth",
    "birthplace",
    "birth place",
    "city of birth",
    "country of birth",
    "born in",
    "geboorteplaats",
    "geboorteland",
    "geboren te",
    "geboren in",
    "geburtsort",
    "geburtsland",
    "lieu de naissance",
    "pays de naissance",
    "né à",
    "née à",
    "ville de naissance",
    "lugar de nacimiento",
    "nacido en",
    "nacida en",
    "luogo di nascita",
    "nato a",
    "nata a",
    "local de nascimento",
    "naturalidade",
  ],
  looseName: true,
  pattern:
    /(?:['’]?s-)?\p{Lu}[\p{L}'’]{2,24}(?:[ -](?:[a-zà-ÿ'’]{1,4}[ -])?\p{Lu}[\p{L}'’.]{1,24}){0,3}(?![\p{L}\d_(:=])/u,
  check: ({ value, name, quote }) => {
    if (
      /^(?:String|Text|None|Null|Unknown|Required|Optional|City|Country|Place|Name|January|February|March|April|May|June|July|August|September|October|November|December|Januari|Februari|Maart|Mei|Juni|Juli|Augustus)(?!\p{L})/iu.test(
        value,
      )
    )
      return null;
    return quote === "" && /\p{Ll}\p{Lu}/u.test(name)
      ? null
      : { reasons: ["a place behind words that say birth"] };
  },
  confidence: { bare: 0.8, context: 0.8 },
  references: [BRP, "ICAO Doc 9303, part 4"],
  examples: {
    match: [
      "Geboorteplaats: Den Haag",
      "Place of birth: Springfield",
      "geboren te 's-Gravenhage",
      "née à Saint-Étienne",
    ],
    ignore: ["birthPlace: String", "born in 1985", "born in May 1985", "geboren in een dorp"],
  },
};

export const gender: Detector = {
  ...DETAIL,
  id: "gender",
  entityType: "GENDER",
  format: "A gender in a field, column or label for one.",
  names: [
    "gender",
    "sex",
    "geslacht",
    "geschlecht",
    "sexe",
    "sexo",
    "sesso",
    "gênero",
    "género",
    "genre",
    "gender identity",
    "genderidentiteit",
    "patient sex",
    "patient gender",
  ],
  pattern: values(
    "male|female|man|vrouw|mann|frau|männlich|weiblich|mannelijk|vrouwelijk|divers|homme|femme|masculin|féminin|hombre|mujer|masculino|femenino|femminile|maschile|maschio|femmina|masculino|feminino|non-binary|nonbinary|non-binair|transgender|genderqueer|genderfluid|agender|intersex|m|f|v|w|x|d",
  ),
  check: ({ value, quote, name }) =>
    /^(?:genre)$/i.test(name) && value.length < 4
      ? null
      : {
          reasons: ["in a field for a gender"],
          confidence: value.length === 1 ? 0.6 : quote === "" ? 0.75 : 0.7,
        },
  confidence: { bare: 0.7, context: 0.7 },
  references: [BRP, "ISO/IEC 5218:2022"],
  examples: {
    match: ["Gender: Female", "geslacht: vrouw", '"sex": "M"', "Geschlecht: männlich"],
    ignore: ["gender: string", "sex appeal", "gender: required", "genre: rock", "gender = user.gender"],
  },
};

const NATIONS = `afghan|albanian|algerian|american|argentin(?:e|ian)|armenian|australian|austrian|bangladeshi|belgian|bolivian|bosnian|brazilian|british|bulgarian|cameroonian|canadian|chilean|chinese|colombian|congolese|croatian|cuban|cypriot|czech|danish|dominican|dutch|ecuadorian|egyptian|english|eritrean|estonian|ethiopian|filipino|finnish|french|georgian|german|ghanaian|greek|guatemalan|hungarian|icelandic|indian|indonesian|iranian|iraqi|irish|israeli|italian|jamaican|japanese|jordanian|kazakh|kenyan|korean|south korean|kurdish|latvian|lebanese|libyan|lithuanian|luxembourgish|malaysian|maltese|mexican|moldovan|moroccan|nepalese|new zealander|nigerian|norwegian|pakistani|palestinian|peruvian|polish|portuguese|romanian|russian|saudi|scottish|senegalese|serbian|singaporean|slovak|slovenian|somali|south african|spanish|sri lankan|sudanese|surinamese|swedish|swiss|syrian|taiwanese|thai|tunisian|turkish|ugandan|ukrainian|us|usa|uk|uruguayan|venezuelan|vietnamese|welsh|yemeni|zimbabwean|
nederlandse?|nederlander|duitse?|belgische?|franse?|britse?|engelse?|spaanse?|italiaanse?|poolse?|turkse?|marokkaanse?|surinaamse?|syrische?|roemeense?|bulgaarse?|oekraïense?|russische?|chinese|amerikaanse?|indiase|portugese|griekse?|iraanse?|iraakse?|afghaanse?|eritrese|somalische?|staatloos|onbekend|
deutsch|österreichisch|schweizerisch|niederländisch|französisch|polnisch|türkisch|italienisch|spanisch|russisch|ukrainisch|syrisch|rumänisch|kroatisch|griechisch|britisch|staatenlos|
français[e]?|belge|suisse|allemande?|néerlandaise?|espagnole?|italienne?|marocaine?|algérienne?|tunisienne?|portugaise?|turque?|
española?|italiana?|italiano|português|portuguesa|mexicana?|argentina?|stateless|
nl|nld|de|deu|be|bel|fr|fra|gb|gbr|es|esp|it|ita|pl|pol|tr|tur|ma|mar|sr|sur|in|ind|cn|chn|ru|rus|ua|ukr|sy|syr|pt|prt|at|aut|ch|che`;

export const nationality: Detector = {
  ...DETAIL,
  id: "nationality",
  entityType: "NATIONALITY",
  format: "A nationality in a field, column or label for one.",
  names: [
    "nationality",
    "nationaliteit",
    "nationalität",
    "staatsangehörigkeit",
    "staatsbürgerschaft",
    "nationalité",
    "nacionalidad",
    "nazionalità",
    "nacionalidade",
    "citizenship",
    "cittadinanza",
  ],
  looseName: true,
  pattern: values(NATIONS),
  confidence: { bare: 0.8, context: 0.8 },
  references: [BRP, "ICAO Doc 9303, part 3"],
  examples: {
    match: [
      "Nationality: Dutch",
      "nationaliteit: Nederlandse",
      "Staatsangehörigkeit: deutsch",
      '"nationality": "NLD"',
    ],
    ignore: ["nationality: string", "nationality is a field", "Nationality: required"],
  },
};

export const maritalStatus: Detector = {
  ...DETAIL,
  id: "marital-status",
  entityType: "MARITAL_STATUS",
  format: "A marital status in a field, column or label for one.",
  names: [
    "marital status",
    "civil status",
    "burgerlijke staat",
    "familienstand",
    "zivilstand",
    "situation de famille",
    "état civil",
    "situation matrimoniale",
    "estado civil",
    "stato civile",
  ],
  looseName: true,
  pattern: values(
    `single|married|divorced|widowed|widow|widower|separated|legally separated|civil partnership|domestic partnership|engaged|cohabiting|never married|partnered|
    ongehuwd|gehuwd|getrouwd|gescheiden|weduwe|weduwnaar|geregistreerd partnerschap|geregistreerd partner|samenwonend|alleenstaand|verweduwd|
    ledig|verheiratet|geschieden|verwitwet|getrennt lebend|eingetragene lebenspartnerschaft|célibataire|mariée?|divorcée?|veuf|veuve|pacsée?|
    solter[oa]|casad[oa]|divorciad[oa]|viud[oa]|celibe|nubile|coniugat[oa]|sposat[oa]|vedov[oa]|divorziat[oa]|solteir[oa]|viúv[oa]`,
  ),
  confidence: { bare: 0.85, context: 0.85 },
  references: [BRP],
  examples: {
    match: ["Burgerlijke staat: gehuwd", "Marital status: Divorced", "Familienstand: ledig"],
    ignore: ["marital status: unknown field", "a single thread", "maritalStatus: string"],
  },
};

/** Accounts of machines and placeholders. */
const NOBODY =
  /^(?:admin\w*|administrator|root|user\w{0,4}|username|guest|test\w*|demo|example|null|none|nil|undefined|true|false|string|text|your\w*|my\w*|foo|bar|baz|postgres|mysql|oracle|sa|system|service|default|anonymous|nobody|www-data|ubuntu|ec2-user|docker|git|deploy|jenkins|ci|bot|api|app|changeme|login|name|email|password|required|optional|process|config|env|options?|this|self|req|request|ctx|args|params|props|state|auth\w*|account|client|credentials?|get\w*|set\w*|is\w*|new|await|function|const|let|var|int|bool\w*|any|object|value|field|input|data|info|is|was|and|or|for|the|must|can|will|of|in|to|with|from|not|invalid|missing)$/i;

export const username: Detector = {
  ...DETAIL,
  id: "username",
  entityType: "USERNAME",
  rule: "pii.online.handle",
  companion: true,
  format: "A quoted or plain name of an account in a field for one, and not one that machines use.",
  names: [
    "username",
    "user name",
    "userid",
    "user id",
    "login name",
    "loginname",
    "user login",
    "screen name",
    "screenname",
    "nickname",
    "nick name",
    "account name",
    "gebruikersnaam",
    "inlognaam",
    "gebruikers-id",
    "benutzername",
    "benutzerkennung",
    "anmeldename",
    "nom d'utilisateur",
    "identifiant",
    "nombre de usuario",
    "usuario",
    "nome utente",
    "nome de usuário",
    "samaccountname",
    "uid",
  ],
  pattern: /[A-Za-z][\w.-]{2,40}(?![\w@:([{\\/$%-])/u,
  check: ({ value, quote, name, before, text, end }) => {
    if (
      NOBODY.test(value) ||
      /^(?:this|self|req|request|ctx|args|params|props|state|user|config|options|data|process|event|input|body)[.]/.test(
        value,
      ) ||
      /^[A-Z_]+$/.test(value) ||
      /^[a-z]+[A-Z]|[.](?:\w+)[.]/.test(value)
    )
      return null;
    const closed =
      quote === ""
        ? /^[ \t]{0,3}(?:$|[\r\n,;|<&]|\p{L}{2,12}\s?[:=])/u.test(text.slice(end, end + 20))
        : text[end] === quote;
    if (!closed) return null;
    // In a program without quotes it is a variable.
    if (
      quote === "" &&
      (/[=]\s{0,2}$/.test(before) ? /[a-z][A-Z]/.test(name) || /\.\w/.test(value) : /[a-z][A-Z]/.test(name))
    )
      return null;
    if (/^(?:uid|userid|user.id|identifiant)$/i.test(name) && !/[\d._-]/.test(value)) return null;
    return { reasons: ["in a field for a user's name"], confidence: /\d|[._-]/.test(value) ? 0.65 : 0.5 };
  },
  confidence: { bare: 0.6, context: 0.6 },
  references: ["GDPR, art. 4(1) and recital 30"],
  examples: {
    match: [
      "username: tjalke.wielstra",
      "gebruikersnaam: pwhitcombe84",
      '"username": "anneliese_k"',
      "Benutzername: kotter99",
    ],
    ignore: [
      "username: admin",
      "username: string",
      "username = req.body.username",
      'username: "your_username"',
      "username: ${USER}",
      "user name is required",
    ],
  },
};
