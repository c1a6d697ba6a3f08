import { terms } from "./terms.ts";

/** Words that put a child at the side of the name that stands near them. */
export const MINORS = terms(`
  minderjarig kind, minderjarige kinderen, minderjarige zoon, minderjarige dochter, is minderjarig, nog minderjarig,
  de minderjarige, alleenstaande minderjarige, minderjarige leerling, basisschoolleerling, basisschoolleerlingen, kleuter, kleuterklas,
  peuter, peutergroep, peuterspeelzaal, kinderdagverblijf, kinderopvang, buitenschoolse opvang, naschoolse opvang, voorschoolse opvang,
  bso-opvang, bso-groep, gastouder, gastouderopvang, jeugdzorg, jeugdhulp, jeugdbescherming, jeugdbeschermer, jeugdreclassering,
  raad voor de kinderbescherming, ondertoezichtstelling, onder toezicht gesteld, uithuisplaatsing, uit huis geplaatst, pleegkind, pleegkinderen,
  pleeggezin, pleegouders, pleegouder, gezinsvoogd, kinderrechter, ouderlijk gezag, gezaghebbende ouder, wettelijk vertegenwoordiger van het kind,
  omgangsregeling, ouderschapsplan, co-ouderschap, kindregeling, kinderbijslag, kindgebonden budget, kinderopvangtoeslag, veilig thuis,
  leerlingdossier, leerlingvolgsysteem, onderwijskundig rapport, zorgleerling, leerplichtambtenaar, consultatiebureau, schoolrapport,
  toestemming van de ouders, toestemming ouders, naam kind, naam leerling, brugklasser, brugklas, intern begeleider,
  minor child, minor children, minor son, minor daughter, underage child, is a minor, unaccompanied minor, elementary school student,
  primary school pupil, kindergartener, kindergartner, preschooler, toddler, schoolchild, schoolgirl, schoolboy, foster child, foster children,
  foster care, foster parents, foster family, child custody, custody of the child, parental responsibility, parental consent form,
  legal guardian of, ward of the court, child protective services, child protection plan, child support payments, child benefit,
  safeguarding concern, school nurse, nursery school, daycare centre, day nursery, after-school care, pupil name, name of child, child's name,
  free school meals, special guardianship,
  minderjähriges kind, minderjährige kinder, minderjähriger sohn, minderjährige tochter, ist minderjährig, kindertagesstätte, kita, kita-platz, kita-kind,
  kindergartenkind, kinderkrippe, kindertagespflege, grundschüler, grundschülerin, grundschulkind, schulkind, sorgerecht, sorgeberechtigt, sorgeberechtigte,
  sorgeberechtigter, erziehungsberechtigte, erziehungsberechtigter, jugendamt, jugendhilfe, pflegekind, pflegefamilie, pflegeeltern, inobhutnahme,
  amtsvormund, kindergeld, kindeswohlgefährdung, einverständnis der eltern, name des kindes, vorschulkind,
  enfant mineur, enfants mineurs, fils mineur, fille mineure, est mineur, est mineure, mineur isolé, mineur non accompagné, autorité parentale,
  garde d'enfant, garde alternée, école maternelle, école primaire, crèche municipale, place en crèche, aide sociale à l'enfance, famille d'accueil,
  assistante maternelle, protection de l'enfance, élève de cm1, élève de cm2, élève de ce1, élève de ce2, nom de l'enfant, autorisation parentale
`);
