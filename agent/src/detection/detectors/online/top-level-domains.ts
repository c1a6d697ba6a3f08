/** Country codes that are top-level domains: ISO 3166-1, and the few that are not of it. */
const COUNTRY = `ac ad ae af ag ai al am ao aq ar as at au aw ax az ba bb bd be bf bg bh bi bj bm bn bo br bs bt bv bw by bz ca cc
  cd cf cg ch ci ck cl cm cn co cr cu cv cw cx cy cz de dj dk dm do dz ec ee eg er es et eu fi fj fk fm fo fr ga gb gd ge gf
  gg gh gi gl gm gn gp gq gr gs gt gu gw gy hk hm hn hr ht hu id ie il im in io iq ir is it je jm jo jp ke kg kh ki km kn kp
  kr kw ky kz la lb lc li lk lr ls lt lu lv ly ma mc md me mg mh mk ml mm mn mo mp mq mr ms mt mu mv mw mx my mz na nc ne nf
  ng ni nl no np nr nu nz om pa pe pf pg ph pk pl pm pn pr ps pt pw py qa re ro rs ru rw sa sb sc sd se sg sh si sj sk sl sm
  sn so sr ss st su sv sx sy sz tc td tf tg th tj tk tl tm tn to tr tt tv tw tz ua ug uk us uy uz va vc ve vg vi vn vu wf ws
  ye yt za zm zw`;

/** The generic ones that have mail to speak of, and those reserved for documentation. */
const GENERIC = `com net org edu gov mil int arpa info biz name pro aero coop museum jobs mobi travel tel cat asia post xxx
  amsterdam frl vlaanderen brussels gent koeln cologne berlin hamburg bayern nrw ruhr saarland wien tirol paris alsace bzh
  corsica london scot wales cymru irish madrid barcelona eus gal quebec nyc boston miami vegas tokyo osaka kyoto moscow
  istanbul sydney melbourne swiss zuerich africa capetown durban joburg academy accountant accountants actor adult agency
  apartments app art associates attorney auction audio auto band bank bar beer best bet bible bike bingo bio blog blue
  boutique build builders business buzz cab cafe camera camp capital cards care career careers cash casino catering center
  charity chat church city claims cleaning clinic clothing cloud club coach codes coffee college community company computer
  condos construction consulting contractors cooking cool country coupons courses credit creditcard cricket cruises dance date dating
  deals degree delivery democrat dental dentist design dev diamonds diet digital direct directory discount doctor dog
  domains download earth eco education email energy engineer engineering enterprises equipment estate events exchange expert
  exposed express fail faith family fan fans farm fashion film finance financial fish fitness flights florist flowers fm
  football forex forsale forum foundation fun fund furniture futbol fyi gallery game games garden gay gift gifts gives
  glass global gold golf graphics gratis green gripe group guide guitars guru hair haus health healthcare help hiphop
  hockey holdings holiday homes horse hospital host hosting hotel house how immo immobilien inc industries ink institute
  insurance insure international investments jetzt jewelry kaufen kids kim kitchen kiwi land law lawyer lease legal lgbt
  life lighting limited limo link live llc loan loans lol love ltd ltda luxury maison management market marketing mba media
  memorial men menu moda money monster mortgage movie music navy network new news ngo ninja observer one ong online ooo
  organic page partners parts party pet pharmacy photo photography photos physio pics pictures pink pizza place plumbing
  plus poker porn press productions promo properties property protection pub pw qpon racing radio realestate recipes red
  rehab reise reisen rent rentals repair report republican rest restaurant review reviews rip rocks rodeo run sale salon
  sarl school schule science security services sex sexy shiksha shoes shop shopping show singles site ski skin soccer social
  software solar solutions soy space sport spot srl store storage stream studio study style sucks supplies supply support
  surf surgery systems tattoo tax taxi team tech technology tennis theater theatre tickets tienda tips tires today tools top
  tours town toys trade trading training tube university uno vacations ventures versicherung vet viajes video villas vin vip
  vision vodka vote voting voyage watch webcam website wedding wiki wine win work works world wtf xin xyz yachts yoga zone
  abogado archi barefoot bot box cern dhl google amazon apple microsoft bmw audi abbott philips rabobank ing abnamro
  example test invalid`;

const DOMAINS: ReadonlySet<string> = new Set(`${COUNTRY} ${GENERIC}`.split(/\s+/));

/** Whether names of mail servers end in it. Labels beyond ASCII, and their `xn--` forms, are taken for real. */
export function isTopLevelDomain(label: string): boolean {
  const lower = label.toLowerCase();
  return DOMAINS.has(lower) || lower.startsWith("xn--") || /[^a-z]/.test(lower);
}
