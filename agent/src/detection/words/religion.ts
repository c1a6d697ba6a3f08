import { terms } from "./terms.ts";

/**
 * Words for someone's belief. Left out: `christian` (a first name), `orthodox`, `agnostic`, and `buddhist`, `islamic`,
 * `hebrew`, `coptic` (calendars and scripts in every date library); those count in a phrase or a labelled field.
 */
export const RELIGION = terms(`
  moslim, moslima, moslims, islamiet, islamitisch, islamitische achtergrond, soenniet, soennitisch, sjiiet, sjiitisch,
  aleviet, alevitisch, salafist, salafistisch, ahmadiyya, katholiek, rooms-katholiek, protestants, gereformeerd,
  nederlands-hervormd, gereformeerd vrijgemaakt, reformatorisch, remonstrants, doopsgezind, evangelisch christen,
  pinkstergemeente, baptistengemeente, zevendedagsadventist, jehova's getuige, jehova's getuigen, mormoon, scientologist,
  praktiserend christen, overtuigd christen, belijdend christen, belijdend lid, bekeerd tot de islam, bekeerd tot het christendom,
  bekeerd tot het jodendom, joodse afkomst, joodse achtergrond, joods gezin, praktiserend jood, orthodox-joods, hindoe, hindoeïstisch,
  boeddhist, boeddhistisch, sikh, atheïst, atheïstisch, agnosticus, humanistisch, niet-gelovig, kerklid, lid van de kerk,
  lid van een kerk, kerkelijk lidmaatschap, bezoekt de moskee, gaat naar de moskee, lid van de moskee, gaat naar de kerk,
  lid van de synagoge, draagt een hoofddoek, doet mee aan de ramadan, vast tijdens de ramadan, eet halal, eet koosher,
  eerste communie gedaan, belijdenis gedaan,
  muslim, muslims, sunni muslim, shia muslim, catholic, roman catholic, protestant, anglican, church of england, methodist, presbyterian,
  lutheran, evangelical christian, pentecostal, seventh-day adventist, greek orthodox, russian orthodox,
  eastern orthodox, orthodox jew, orthodox jewish, jewish, hasidic, jehovah's witness, jehovah's witnesses, mormon,
  latter-day saints, quaker, hindu, practising buddhist, practicing buddhist, is a buddhist, converted to buddhism, jainism,
  zoroastrian, rastafarian, scientology, atheist, born-again christian, devout christian, practising christian,
  practicing christian, is a christian, converted to islam, converted to christianity, converted to judaism, church member,
  attends church, attends mosque, attends the mosque, attends synagogue, member of the church, wears a hijab, wears a headscarf,
  observes ramadan, fasting for ramadan, keeps kosher, eats halal, bar mitzvah, bat mitzvah, holy communion, place of worship attended,
  muslimisch, muslimin, muslima, römisch-katholisch, röm.-kath., evangelisch-lutherisch, ev.-luth., evangelisch-reformiert,
  alt-katholisch, freikirchlich, neuapostolisch, zeugen jehovas, zeuge jehovas, jüdisch, jüdischen glaubens, jüdischer herkunft,
  muslimischen glaubens, islamischen glaubens, katholischen glaubens, evangelischen glaubens, christlichen glaubens,
  sunnitisch, schiitisch, hinduistisch, buddhistisch, konfessionslos, kirchenmitglied, kirchenaustritt, aus der kirche ausgetreten,
  trägt ein kopftuch, atheistisch,
  musulman, musulmane, catholique, protestante, juif, juive, de confession juive, de confession musulmane,
  de confession catholique, de confession protestante, témoin de jéhovah, témoins de jéhovah, bouddhiste, hindouiste, athée,
  converti à l'islam, convertie à l'islam, porte le voile, pratique le ramadan, mange halal
`);

/** Values of a field `religion` that are too common for the list above. */
export const RELIGION_VALUES = terms(`
  islam, christian, christen, christelijk, christianity, christendom, jood, joods, jew, judaism, jodendom, buddhist, buddhism,
  boeddhisme, hinduism, hindoeïsme, sikhism, jain, agnostic, orthodox, shinto, tao, taoist, taoïst, bahai, pagan, wicca, humanist,
  chrétien, chrétienne, orthodoxe, judaïsme, evangelisch, katholisch, hervormd
`);
