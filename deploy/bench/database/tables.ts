/** The SQL that makes what is measured: a table of thirty columns as they are met, and a thousand small ones. All of it is made up. */

const pick = (words: readonly string[], by: string) =>
  `(array[${words.map((word) => `'${word}'`).join(", ")}])[1 + abs(hashint8(${by})) % ${words.length}]`;

const GIVEN = ["Sanne", "Daan", "Fatima", "Jeroen", "Lotte", "Mohammed", "Anouk", "Pieter", "Esra", "Willem"];
const FAMILY = [
  "de Vries",
  "Jansen",
  "van den Berg",
  "Bakker",
  "Yilmaz",
  "Visser",
  "Smit",
  "Meijer",
  "Mulder",
];
const STREETS = ["Dorpsstraat", "Kerkstraat", "Stationsweg", "Molenweg", "Schoolstraat", "Parallelweg"];
const TOWNS = ["Utrecht", "Zwolle", "Breda", "Assen", "Leeuwarden", "Middelburg", "Roermond"];
const STATES = ["nieuw", "betaald", "verzonden", "geannuleerd", "retour"];
const REMARKS = [
  "Graag na zessen leveren, de bel doet het niet.",
  "Klant belde over de factuur van vorige maand; teruggebeld en uitgelegd.",
  "Pakket is bij de buren op nummer twaalf afgegeven.",
  "Levering uitgesteld op verzoek, nieuwe datum volgt per mail.",
];
const AGENT = "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/";

/** Columns and how row `i` fills them. */
const COLUMNS: readonly (readonly [column: string, value: string])[] = [
  ["id bigint primary key", "i"],
  ["uuid uuid", "md5(i::text)::uuid"],
  ["voornaam text", pick(GIVEN, "i")],
  ["achternaam text", pick(FAMILY, "i * 7")],
  ["emailadres text", "'klant' || i || '@voorbeeld-post.nl'"],
  ["telefoon varchar(20)", "'06' || lpad((abs(hashint8(i)) % 100000000)::text, 8, '0')"],
  ["straat text", `${pick(STREETS, "i * 3")} || ' ' || (i % 200)`],
  ["postcode char(7)", "(1000 + abs(hashint8(i)) % 9000)::text || ' AB'"],
  ["plaats text", pick(TOWNS, "i * 5")],
  [
    "iban text",
    "'NL' || lpad((i % 97)::text, 2, '0') || 'BANK' || lpad((abs(hashint8(i * 11)) % 1000000000)::text, 10, '0')",
  ],
  ["geboortedatum date", "date '1940-01-01' + (abs(hashint8(i)) % 24000)::int"],
  ["status text", pick(STATES, "i * 13")],
  ["bedrag numeric(10,2)", "(abs(hashint8(i)) % 100000) / 100.0"],
  ["btw numeric(4,2)", "21.00"],
  ["aantal int", "1 + (i % 9)::int"],
  ["gewicht real", "(i % 1000) / 10.0"],
  ["besteld_op timestamptz", "timestamptz '2020-01-01' + i * interval '37 seconds'"],
  ["gewijzigd_op timestamp", "timestamp '2020-01-02' + i * interval '41 seconds'"],
  ["ean varchar(13)", "lpad((8710000000000 + abs(hashint8(i)) % 9999999)::text, 13, '0')"],
  ["artikel text", "'ART-' || lpad((i % 5000)::text, 6, '0')"],
  [
    "omschrijving text",
    "'Tuinslang met koppeling, ' || (10 + i % 40) || ' meter, kleur groen, partij ' || (i % 700)",
  ],
  [
    "opmerking text",
    `case when i % 5 = 0 then ${pick(REMARKS, "i")} when i % 20000 = 7 then 'bsn 231480003 op de bon gezet' end`,
  ],
  ["ip inet", "('10.' || (i % 250) || '.' || (i % 249) || '.' || (i % 247))::inet"],
  ["browser text", `'${AGENT}' || (90 + i % 40) || '.0.0.0 Safari/537.36'`],
  ["sessie char(32)", "md5((i * 3)::text)"],
  ["actief boolean", "i % 3 <> 0"],
  ["breedte numeric(9,6)", "51 + (i % 2000000) / 1000000.0"],
  ["lengte numeric(9,6)", "4 + (i % 2000000) / 1000000.0"],
  [
    "extra jsonb",
    "jsonb_build_object('kanaal', 'web', 'korting', i % 30, 'tags', jsonb_build_array('a', 'b'))",
  ],
  ["labels text[]", "array['tuin', 'actie' || (i % 12)]"],
];

export const COLUMN_COUNT = COLUMNS.length;

export const largeTable = (rows: number): string => `
  create table bestellingen (${COLUMNS.map(([column]) => column).join(", ")});
  insert into bestellingen select ${COLUMNS.map(([, value]) => value).join(",\n")} from generate_series(1::int8, ${rows}) i`;

/** One in ten is large enough to be sampled. */
export const smallTables = (from: number, until: number): string =>
  `do $$ begin for t in ${from}..${until} loop
     execute format('create table tabel_%s (id int primary key, naam text, email text, waarde int, op timestamptz, code text, tekst text)', t);
     execute format('insert into tabel_%s select i, ${pick(GIVEN, "i::int8").replaceAll("'", "''").replaceAll("%", "%%")}, ''m'' || i || ''@voorbeeld-post.nl'', i %% 90, now(), md5(i::text),
       ''Regel '' || i || '' van de lijst'' from generate_series(1, %s) i', t, case when t % 10 = 0 then 8000 else 400 end);
   end loop; end $$`;
