import { wordList } from "./word-list.ts";

/**
 * Words that stand capitalised behind a given name or an initial and are no surname: streets, places, institutions, firms and
 * products named after somebody, headings, and the words that forms and programs use. In small letters.
 */
export const NOT_SURNAMES: ReadonlySet<string> = new Set(
  wordList(`
  avenue ave street str st road rd lane ln drive dr boulevard blvd court ct place plaza square way highway parkway terrace close crescent gardens
  grove hill hills park bridge station airport port harbor harbour beach bay island islands lake river creek valley mountain mount mountains canyon
  county city town village district region state province country kingdom republic north south east west northern southern eastern western
  university college school academy institute hospital clinic museum library church cathedral chapel abbey mosque temple foundation centre center
  hotel restaurant cafe bar theatre theater stadium arena tower castle palace prison memorial day week month year prize award medal cup trophy
  inc llc ltd plc corp corporation company co group gmbh ag kg bv nv sa sarl spa srl oy ab partners associates holding holdings bank insurance motors airlines
  studio code server client api cli sdk app apps framework library language compiler runtime engine platform cloud database db sql project plugin module
  package packages script scripts template templates theme themes component components class classes function functions method methods type types object objects
  array string number boolean integer float date time value values key keys name names id ids list set map file files folder path url uri link links page pages
  note notes example examples test tests testing guide tutorial documentation docs reference readme license changelog release version build support
  issue issues bug bugs feature features request requests response responses error errors warning warnings message messages event events handler listener
  button form field input output table column row view model controller service services router route config configuration settings option options default
  user users admin account accounts profile password email phone address login logout sign home about contact help search menu header footer
  the a an and or of in on at to for with by from is was are were be been has have had will would can could should may might must not no yes this that these those it its
  he she they we you i who what when where why how all any some each every more most other new old first last next previous
  de het een en of van voor met is was zijn heeft had wordt werd kan zal niet ook maar dan toen die dat deze dit wie wat waar
  der die das und oder ist war hat hatte wird wurde nicht auch aber le la les et ou est une un des du al el los las y
  said says asked told wrote writes works worked lives lived born died called goes went came comes makes made takes took gave gives
  monday tuesday wednesday thursday friday saturday sunday january february march april june july august september october november december
  law theorem lemma algorithm equation effect principle method model distribution function transform series number constant process filter tree
  street's method's straat weg laan plein gracht kade singel dijk ziekenhuis universiteit hogeschool stichting gemeente museum kerk brug
  straße strasse platz allee schule universität krankenhaus stiftung kirche brücke preis gesetz rue hôpital université école lycée place
  unknown none null undefined true false void required optional please enter select choose your my our their his her invalid valid missing
  full given middle family sur nick user display company business organization organisation department title role status gender country
  framework toolkit bot assistant agent pro plus max mini lite beta alpha omega prime core base edition theory syndrome disease
  times post herald tribune journal magazine news press books records entertainment pictures films show album song band
  government parliament senate congress council commission committee ministry department office agency army navy police court
  pipeline pipelines dashboard workflow workflows action actions job jobs runner hook hooks
  github gitlab google microsoft apple amazon facebook twitter linkedin javascript typescript python java ruby rust go php node react vue angular
  windows linux macos android ios ubuntu debian docker kubernetes
  alert optimizer optimiser lamp democratic republican socialist liberal hornets nebraska huis markt
  geboren woonachtig wohnhaft née naam voornaam achternaam vorname nachname nom prénom geboortedatum adres telefoon geburtsdatum anschrift
  best regards sincerely thanks dear hello hi groet groeten geachte beste sehr geehrte bonjour cordialement
  `),
);
