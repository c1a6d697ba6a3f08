/**
 * The 150 commonest pairs of letters in texts of English, Dutch, German, French and Spanish, accents left out. Eight in ten
 * pairs of a word are among them; of letters drawn at random, two in ten.
 */
const COMMON = new Set(
  (
    "ab ac ad ag ai al am an ap ar as at au ay ba be br ca ce ch ci co ct da de di do ea ec ed ee ef ei el em en ep er " +
    "es et ex fa fe fi fo ge gi ha he hi ho ia ic id ie if ig il im in io ir is it ka ke la le li ll lo lu ly ma me mi mo " +
    "mp na nc nd ne ng ni nn no ns nt od of ol om on oo op or os ot ou ow pa pe pl po pr pt ra rd re ri rm rn ro rr rs rt " +
    "ru ry sa sc se sh si so ss st su ta te th ti to tr ts tt tu ty ue ul um un ur us ut va ve vi wa wi yo"
  ).split(" "),
);

/** The share of a text's pairs of letters that words of a language have, 0..1; 1 where there are too few to tell. */
export function commonPairs(text: string): number {
  const letters = text.toLowerCase();
  let pairs = 0;
  let common = 0;
  for (let i = 0; i + 1 < letters.length; i++) {
    const pair = letters.slice(i, i + 2);
    if (!/^[a-z]{2}$/.test(pair)) continue;
    pairs++;
    if (COMMON.has(pair)) common++;
  }
  return pairs < 8 ? 1 : common / pairs;
}
