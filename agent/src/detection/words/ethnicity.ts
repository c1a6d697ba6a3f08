import { terms } from "./terms.ts";

/** Words that name someone's ethnic group by themselves. Names of languages and scripts are not among them. */
export const ETHNICITY = terms(`
  african-american, afro-american, black african, black caribbean, black british, afro-caribbean, asian-american, british asian,
  south asian heritage, east asian heritage, mexican-american, hispanic, latina, latinx, hispanic or latino, non-hispanic white,
  non-hispanic, white british, white irish, white caucasian, caucasian, native american, american indian or alaska native,
  alaska native, native hawaiian, pacific islander, torres strait islander, aboriginal australian, first nations, inuit,
  mixed race, multiracial, biracial, white and black caribbean, irish traveller, romani, ashkenazi, sephardic, middle eastern descent,
  afro-amerikaans, marokkaanse nederlander, turkse nederlander, surinaamse nederlander, hindoestaans, hindostaans,
  javaans-surinaams, creools-surinaams, molukse, molukker, moluks, antilliaanse, antilliaan, woonwagenbewoner, woonwagenbewoners,
  roma en sinti, sinti en roma, zigeuner, getint uiterlijk, donkere huidskleur, lichte huidskleur, blanke huidskleur,
  noord-afrikaans uiterlijk, zuid-europees uiterlijk, niet-westerse achtergrond, niet-westerse migratieachtergrond,
  westerse migratieachtergrond, niet-westerse allochtoon, van gemengde afkomst, half marokkaans, half turks, half surinaams,
  deutschtürke, deutschtürkin, russlanddeutscher, russlanddeutsche, spätaussiedler, spätaussiedlerin, sinti und roma,
  dunkle hautfarbe, dunkelhäutig, südländisches aussehen, mit migrationshintergrund,
  origine maghrébine, maghrébin, maghrébine, afro-antillais, gens du voyage, type européen, type méditerranéen, type africain,
  peau noire, peau mate, métis, métisse
`);

/** Peoples, as they stand in "of … descent". */
export const PEOPLES_EN = terms(`
  african, arab, armenian, asian, black, caribbean, chinese, congolese, east asian, egyptian, ethiopian, filipino, ghanaian,
  gypsy, indian, indonesian, iranian, iraqi, jamaican, japanese, jewish, korean, kurdish, latin american, latino, lebanese, mexican,
  middle eastern, mixed, moroccan, nigerian, north african, pakistani, palestinian, polish, puerto rican, roma, romanian,
  russian, somali, south asian, sub-saharan african, surinamese, syrian, tamil, turkish, ukrainian, vietnamese, west african
`);
export const PEOPLES_NL = terms(`
  afghaanse, afrikaanse, algerijnse, antilliaanse, arabische, arubaanse, armeense, aziatische, berberse, bulgaarse,
  chinese, congolese, creoolse, egyptische, eritrese, ethiopische, ghanese, hindoestaanse, indiase, indische, indonesische,
  iraakse, iraanse, javaanse, joodse, kaapverdiaanse, koerdische, kroatische, marokkaanse, molukse, nigeriaanse, oekraïense,
  pakistaanse, palestijnse, poolse, roemeense, roma, russische, servische, sinti, somalische, surinaamse, syrische, tamil,
  tunesische, turkse, vietnamese, curaçaose, noord-afrikaanse, buitenlandse, niet-westerse
`);
export const PEOPLES_DE = terms(`
  afghanisch, afrikanisch, albanisch, arabisch, armenisch, asiatisch, chinesisch, eritreisch, griechisch, indisch,
  irakisch, iranisch, italienisch, jüdisch, kroatisch, kurdisch, marokkanisch, nigerianisch, nordafrikanisch, pakistanisch,
  polnisch, rumänisch, russisch, serbisch, somalisch, syrisch, tamilisch, tunesisch, türkisch, ukrainisch, vietnamesisch
`);
export const PEOPLES_FR = terms(`
  africaine, algérienne, antillaise, arabe, arménienne, asiatique, camerounaise, chinoise, comorienne, congolaise,
  étrangère, haïtienne, indienne, ivoirienne, juive, kabyle, kurde, libanaise, maghrébine, malienne, marocaine, nord-africaine,
  polonaise, portugaise, roumaine, rom, sénégalaise, subsaharienne, syrienne, tunisienne, turque, vietnamienne
`);

/** Values that count in a field `race` or `ethnic group` only. */
export const ETHNICITY_VALUES = terms(`
  white, black, asian, latino, blank, wit, zwart, mixed, arab, indian, indigenous, roma, sinti, gypsy, traveller, kurdish, koerdisch,
  turkish, turks, moroccan, marokkaans, surinaams, antilliaans, somali, somalisch, chinese, chinees, indonesian, indonesisch, jewish,
  joods, african, afrikaans, european, middle eastern, black or african american, two or more races, weiß, schwarz, blanc, noir, asiatique
`);
