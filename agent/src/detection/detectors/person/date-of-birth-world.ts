import { isBirthDate, isShortBirthDate } from "../../checks/calendar-date.ts";
import type { Candidate } from "../../candidate.ts";
import type { Detector, Verdict } from "../../detector.ts";
import { spelled, terms } from "../../words/terms.ts";

/** By month, in Polish, Czech, Slovak, Croatian, Slovene, Hungarian, Romanian, Swedish, Norwegian, Danish, Finnish, Turkish, Russian, Ukrainian, Bulgarian, Greek, Estonian, Lithuanian and Latvian, as dates have them. */
const MONTHS = [
  "stycznia|ledna|januára|siječnja|januarja|január|ianuarie|januari|januar|tammikuuta|ocak|января|січня|януари|ιανουαρίου|jaanuar|sausio|janvāris|janvārī",
  "lutego|února|februára|veljače|februarja|február|februarie|februari|februar|helmikuuta|şubat|февраля|лютого|февруари|φεβρουαρίου|veebruar|vasario|februāris|februārī",
  "marca|března|ožujka|március|martie|mars|marts|maaliskuuta|mart|марта|березня|март|μαρτίου|märts|kovo|marts",
  "kwietnia|dubna|apríla|travnja|aprila|április|aprilie|april|huhtikuuta|nisan|апреля|квітня|април|απριλίου|aprill|balandžio|aprīlis",
  "maja|května|mája|svibnja|május|mai|maj|toukokuuta|mayıs|мая|травня|май|μαΐου|gegužės|maijs",
  "czerwca|června|júna|lipnja|junija|június|iunie|juni|kesäkuuta|haziran|июня|червня|юни|ιουνίου|juuni|birželio|jūnijs",
  "lipca|července|júla|srpnja|julija|július|iulie|juli|heinäkuuta|temmuz|июля|липня|юли|ιουλίου|juuli|liepos|jūlijs",
  "sierpnia|srpna|augusta|kolovoza|avgusta|augusztus|august|augusti|elokuuta|ağustos|августа|серпня|август|αυγούστου|rugpjūčio|augusts",
  "września|září|septembra|rujna|szeptember|septembrie|september|syyskuuta|eylül|сентября|вересня|септември|σεπτεμβρίου|rugsėjo|septembris",
  "października|října|októbra|listopada|oktobra|október|octombrie|oktober|lokakuuta|ekim|октября|жовтня|октомври|οκτωβρίου|oktoober|spalio|oktobris",
  "listopadu|novembra|studenoga|novembar|november|noiembrie|marraskuuta|kasım|ноября|листопада|ноември|νοεμβρίου|lapkričio|novembris",
  "grudnia|prosince|decembra|prosinca|december|decembrie|desember|joulukuuta|aralık|декабря|грудня|декември|δεκεμβρίου|detsember|gruodžio|decembris",
];
const NUMBER_OF_MONTH: ReadonlyMap<string, number> = new Map(
  MONTHS.flatMap((names, i) => names.split("|").map((name): [string, number] => [name, i + 1])),
);
const MONTH = [...NUMBER_OF_MONTH.keys()].sort((a, b) => b.length - a.length).join("|");
const YEAR = String.raw`(?:18|19|20)\d\d`;
const END = String.raw`(?![\p{L}\d]|[-/.]\d|:\d)`;
const DATE = [
  String.raw`(?:(?:den|dne|dňa|w dniu|dnia|la|la data de)[ ])?\d{1,2}\.?[ ](?:${MONTH})\.?,?[ ]${YEAR}${END}`,
  String.raw`${YEAR}\.?[ ](?:m\.[ ])?(?:${MONTH})[ ]\d{1,2}\.?`,
  String.raw`${YEAR}\s?[年년]\s?\d{1,2}\s?[月월]\s?\d{1,2}\s?[日일]?`,
  String.raw`${YEAR}[-/.]\s?\d{1,2}[-/.]\s?\d{1,2}\.?(?!\d)`,
  String.raw`(?:(?:den|dne|dňa|w dniu|dnia|la)[ ])?\d{1,2}(?:[-/]|\.[ ]?)\d{1,2}(?:[-/]|\.[ ]?)(?:${YEAR}|\d\d)${END}`,
].join("|");
const PATTERN = new RegExp(DATE, "iu");

/** Whether somebody can have been born on the day. */
function readsAsBirthDate(value: string): boolean {
  const named = value
    .toLowerCase()
    .match(/\p{L}{3,}/gu)
    ?.map((word) => NUMBER_OF_MONTH.get(word))
    .find((month) => month !== undefined);
  const [a = 0, b = 0, c = 0] = (value.match(/\d+/g) ?? []).map(Number);
  if (named !== undefined) return a > 31 ? isBirthDate(a, named, b) : isBirthDate(b, named, a);
  if (a > 31) return isBirthDate(a, b, c);
  return c < 100 ? isShortBirthDate(c, b, a) : isBirthDate(c, b, a) || isBirthDate(c, a, b);
}

function check({ value }: Candidate): Verdict | null {
  const lead = /^\p{L}[\p{L} ]*?[ ](?=\d)/u.exec(value)?.[0].length ?? 0;
  return readsAsBirthDate(value.slice(lead))
    ? { reasons: ["a date in a human lifetime", "behind words for birth"], skip: lead }
    : null;
}

const BIRTH = {
  entityType: "DATE_OF_BIRTH",
  rule: "pii.person.dob",
  category: "person",
  check,
  normalise: (value: string) => value.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "-"),
  confidence: { bare: 0.9, context: 0.9 },
  visible: { head: 0, tail: 0 },
  references: ["GDPR, art. 4(1) and 5(1)(c)", "Unicode CLDR, calendar names"],
} as const satisfies Partial<Detector>;

const LABELS = spelled(
  terms(`
      data urodzenia, urodzony, urodzona, ur., urodz., datum narození, narozen, narozena, nar., dátum narodenia, narodený,
      narodená, datum rođenja, rođen, rođena, datum rojstva, rojen, rojena, születési dátum, születési idő, született,
      szül., data nașterii, data nasterii, născut, născută, născut la, născut pe, födelsedatum, född, född den, född:,
      fødselsdato, født, født den, f.dato, syntymäaika, syntynyt, synt., doğum tarihi, doğum tarihim, doğumlu, doğdu,
      дата рождения, родился, родилась, д.р., д/р, дата народження, народився, народилася, дата на раждане, роден,
      родена, датум рођења, рођен, ημερομηνία γέννησης, ημ. γέννησης, γεννήθηκε, γεννημένος, sünniaeg, sündinud,
      gimimo data, gimė, gimęs, dzimšanas datums, dzimis, dzimusi, fæðingardagur, data lindjes, ngày sinh, tanggal lahir,
      tgl lahir, tarikh lahir, תאריך לידה, تاريخ الميلاد, तारीख,
    `),
);
/** What can stand apart from its date: abbreviations and words of prose cannot. */
const CONTEXT = LABELS.filter((label) => label.length >= 5 && !/[.:]/.test(label));

const UNSPACED = ["出生日期", "出生年月", "生年月日", "생년월일", "出生于", "出生於", "วันเกิด"];

export const datesOfBirthWorld: readonly Detector[] = [
  {
    ...BIRTH,
    id: "date-of-birth-north-east",
    format:
      "A date behind words for birth in the languages of the north, the east and the south-east of Europe and Turkish.",
    names: LABELS,
    looseName: true,
    pattern: PATTERN,
    examples: {
      match: [
        "urodzony 3 marca 1985 r.",
        "född den 3 mars 1985",
        "født den 3. marts 1985",
        "Syntymäaika: 3. maaliskuuta 1985",
        "narozen 3. března 1985",
        "Doğum tarihi: 3 Mart 1985",
        "Дата рождения: 03.03.1985",
        "Született: 1985. március 3.",
        "Ημερομηνία γέννησης: 03/03/1985",
      ],
      ignore: [
        "urodzony 31 lutego 1985",
        "född 1985",
        "Дата рождения: дд.мм.гггг",
        "data wystawienia: 3 marca 1985",
      ],
    },
  },
  {
    ...BIRTH,
    id: "date-of-birth-table",
    format: "A date in the cell behind one of these words, or some words away from it.",
    forms: [
      ...[
        "99-99-9999",
        "9{1,2}-9{1,2}-9999",
        "9{1,2}/9{1,2}/9999",
        "9{1,2}.9{1,2}.9999",
        "9999-99-99",
        "99-99-99",
      ],
    ],
    contextWords: CONTEXT,
    confidence: { bare: 0, context: 0.85, against: 0 },
    examples: {
      match: ["<td>urodzony</td><td>24-03-1977</td>", "| Datum narození | 24.03.1977 |"],
      ignore: ["24-03-1977", "<td>data wystawienia</td><td>24-03-1977</td>"],
    },
  },
  {
    ...BIRTH,
    id: "date-of-birth-asia",
    format: "A date behind the word for a date of birth in Chinese, Japanese, Korean or Thai.",
    keywords: UNSPACED,
    pattern: new RegExp(
      String.raw`(?:${UNSPACED.join("|")})[^\S\r\n]?[:：은는]?[^\S\r\n]{0,2}(?:${DATE})`,
      "iu",
    ),
    check: ({ value }) => {
      const lead = value.search(/\d/);
      return lead > 0 && readsAsBirthDate(value.slice(lead))
        ? { reasons: ["a date in a human lifetime", "behind words for birth"], skip: lead }
        : null;
    },
    examples: {
      match: [
        "出生日期：1985年3月3日",
        "生年月日: 1985年3月3日",
        "생년월일: 1985년 3월 3일",
        "出生日期 1985-03-03",
      ],
      ignore: ["出生日期：请选择", "生年月日: 1985年13月3日", "发布日期：1985年3月3日"],
    },
  },
];
