import { AMBIGUOUS_GIVEN_NAMES } from "../../words/given-names-ambiguous.ts";
import { ARABIC_GIVEN_NAMES } from "../../words/given-names-arabic.ts";
import { ASIAN_AND_AFRICAN_GIVEN_NAMES } from "../../words/given-names-asian.ts";
import { DUTCH_GIVEN_NAMES } from "../../words/given-names-dutch.ts";
import { ENGLISH_GIVEN_NAMES } from "../../words/given-names-english.ts";
import { FRENCH_GIVEN_NAMES } from "../../words/given-names-french.ts";
import { GERMAN_GIVEN_NAMES } from "../../words/given-names-german.ts";
import { NORDIC_GIVEN_NAMES } from "../../words/given-names-nordic.ts";
import { SLAVIC_GIVEN_NAMES } from "../../words/given-names-slavic.ts";
import { SOUTHERN_GIVEN_NAMES } from "../../words/given-names-southern.ts";
import { TURKISH_GIVEN_NAMES } from "../../words/given-names-turkish.ts";
import { NOT_SURNAMES } from "../../words/not-surnames.ts";
import { DUTCH_SURNAMES, GERMAN_SURNAMES } from "../../words/surnames-dutch-german.ts";
import { ENGLISH_SURNAMES } from "../../words/surnames-english.ts";
import { OTHER_SURNAMES } from "../../words/surnames-other.ts";
import { SOUTHERN_SURNAMES } from "../../words/surnames-southern.ts";
import { fold, wordList } from "../../words/word-list.ts";

const LISTED = [
  ARABIC_GIVEN_NAMES,
  ASIAN_AND_AFRICAN_GIVEN_NAMES,
  DUTCH_GIVEN_NAMES,
  ENGLISH_GIVEN_NAMES,
  FRENCH_GIVEN_NAMES,
  GERMAN_GIVEN_NAMES,
  NORDIC_GIVEN_NAMES,
  SLAVIC_GIVEN_NAMES,
  SOUTHERN_GIVEN_NAMES,
  TURKISH_GIVEN_NAMES,
].flat();
const GIVEN: ReadonlySet<string> = new Set(LISTED.map(fold));
const AMBIGUOUS: ReadonlySet<string> = new Set(AMBIGUOUS_GIVEN_NAMES.map(fold));
const LISTED_SURNAMES = [
  DUTCH_SURNAMES,
  GERMAN_SURNAMES,
  ENGLISH_SURNAMES,
  OTHER_SURNAMES,
  SOUTHERN_SURNAMES,
].flat();
const SURNAMES: ReadonlySet<string> = new Set(LISTED_SURNAMES.map(fold));
/** Surnames that stand in programs and prose as ordinary words or places, where an unknown word before them says nothing. */
const COMMON_TOO: ReadonlySet<string> = new Set(
  wordList(`
  baker barker barber bishop booker booth brady branch brand brandt butler cannon carpenter carter castle castillo chandler charge chase church cohen collier coleman
  cooper costa cotton cross crane decker dekker draper drake durham farmer fisher fischer fletcher forster foster fowler franco frank french frost fuller gardner garner gates glover golden
  granger gross guerra hammer harbor harper hastings hidalgo holder houston hunter judge keller kessler knight lambert lancaster laporte leone lincoln link lister little llave london lombardo
  loader marino marsh mason master mercer merchant metzger miller milano mills monte montero monti murray nagel newton nieto noble nolan norton orlando packer page palmer paris parisi parker parser
  pastor payne peterson pierce piper plaza poole porter potter powell price prince proctor ramos raton recht reich reyes richter rider ritter roman romano rooms rubio sala santos sawyer
  schnell schwarz serra shepherd silva snyder sommer sparks spence spencer stanton stein steele sterling stone storm strauss summer sweeney tailor tanner taylor temple tester timmer torres tower tucker turner
  tyler valencia valentine vance vega villa wagner walker waller waters watt watts webber weaver weber webster wheeler white winter winters wright young bakker boer bosch bruin groot horst jager kaiser kanter kaufmann klein
  koster kramer kroon leeuw linden meester molen munch noord ooster prins ruiter schipper slager smeets smits spijker stern tuin veld vogel wester wezel wolff zwart zwaan fabre farina fontana grassi greco
  leger marchal marechal mercier moulin noel petit roche roger rousseau royer vidal dogan aslan kaplan arslan chang cheng jiang huang shen zhang nguyen santana santiago soler prieto cano cuenca cruz delgado
  lange kurze sonntag freitag herbst engel stark krebs busch berge walde christ ernst jacob jahn kaiser koenig king lang pfeffer rasmussen schade schulte schnell schein staff stahl sturm wald winkel zander zimmer
  batista bastian mexico mendoza cordova cortez cortes medina monroe jackson jefferson madison washington hamilton victoria lincoln clinton nixon kennedy grant carson denver dallas austin
  conte conti testa pires evers romer strand binder english rivers weeks downs esser ferri stout roach leite ferrer
  banerjee abdullah hassan hussein ibrahim mahmoud mustafa omar malik sharif karim
  `),
);

/** Surnames that are so common a word that a given name which is one too needs more. */
const WORDS_TOO: ReadonlySet<string> = new Set(
  wordList(`
  ball banks best bird black blue bond boot branch bridges bush case chance church close cross day do field fields flowers fox free frost gates
  glass gold golden good gray green hardy head hill holder hood hook hope horn house hunt king lane little long love low mark marks may may
  moon page park parks pass path pool poole pop pope porter pot potter power powers price prime prince rich rice rise rose rush sand savage
  sharp short shields small snow son song sparks spring stark stone storm street strong summer sun test wall walls ward ware water waters well wells
  white wild winter wise wolf wood woods young cherry cook farmer miller hopper walker ray dale glen frank dean grant martial
`),
);

/** How surnames end in the languages that we read: a word that ends so beside a given name is one. */
const SURNAME_ENDING =
  /..(?:sson|nson|rson|lson|son|ssen|nsen|rsen|sen|mann|man|stra|sma|inga|ink|huis|meijer|meyer|maier|bauer|berg|berger|burg|feld|stein|bach|wald|hoff|ová|ova|ovic|ović|ić|ev|eva|off|ski|ska|sky|skiy|wicz|czyk|enko|chuk|yan|ian|dze|oğlu|oglu|escu|eanu|poulos|idis|akis|ini|elli|etti|ucci|acci|ez|es|eira|eiro|ford|ton|worth|field|wood|ley|ham|well|son's)$/;

/** Whether a word is a given name; `ambiguous` where it is a word or a place too. */
export function givenName(word: string): "sure" | "ambiguous" | null {
  const parts = fold(word).split("-");
  const first = parts[0] ?? "";
  if (!GIVEN.has(first) && !GIVEN.has(parts.join("-"))) return null;
  if (parts.length > 1) return parts.every((part) => GIVEN.has(part)) ? "sure" : "ambiguous";
  return AMBIGUOUS.has(first) ? "ambiguous" : "sure";
}

/** How sure it is that a capitalised word is a surname. */
export function surname(word: string): "known" | "word too" | "by its ending" | "unknown" | "none" {
  const parts = fold(word).split("-");
  const last = parts.at(-1) ?? "";
  if (SURNAMES.has(last) || SURNAMES.has(parts[0] ?? "")) {
    if (NOT_SURNAMES.has(last) || WORDS_TOO.has(last)) return "word too";
    return "known";
  }
  if (NOT_SURNAMES.has(word.toLowerCase()) || NOT_SURNAMES.has(last)) return "none";
  return /^(?:Mc|O['’]|Fitz)\p{Lu}/u.test(word) || SURNAME_ENDING.test(last) ? "by its ending" : "unknown";
}

/** Endings and words of prose and programs, in which no given name is looked for. */
const TOO_COMMON: ReadonlySet<string> = new Set(
  wordList(
    "thi ting ning ping ling ming ying qing per can may long made job ove ant ants will don son van else made ties else",
  ),
);

/** The names that a person's name can begin with. */
export const GIVEN_NAMES: readonly string[] = [...new Set([...LISTED, ...GIVEN])].filter(
  (name) => name.length >= 3 && !TOO_COMMON.has(name),
);
/** Surnames that are no word, no place and no given name: what stands in front of one is a given name. */
export const DISTINCT_SURNAMES = [...new Set([...LISTED_SURNAMES, ...SURNAMES])].filter(
  (word) =>
    word.length >= 5 && surname(word) === "known" && givenName(word) === null && !COMMON_TOO.has(word),
);
