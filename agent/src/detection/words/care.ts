import { terms } from "./terms.ts";

/** A disability, or a benefit or provision that is given for one. */
export const DISABILITY = terms(`
  gehandicapt, gehandicapte zoon, gehandicapte dochter, lichamelijk gehandicapt, verstandelijk gehandicapt, meervoudig gehandicapt,
  verstandelijke beperking, lichamelijke beperking, visuele beperking, auditieve beperking, licht verstandelijk beperkt,
  arbeidsongeschikt, arbeidsongeschiktheid, arbeidsongeschiktheidspercentage, volledig arbeidsongeschikt, wia-uitkering,
  wao-uitkering, wao'er, wajong, wajonger, wajong-uitkering, iva-uitkering, wga-uitkering, wia-aanvraag, wia-keuring,
  rolstoel, rolstoelgebruiker, rolstoelafhankelijk, scootmobiel, blindengeleidehond, slechtziend, slechthorend, doofblind,
  wlz-indicatie, wmo-indicatie, wmo-voorziening, persoonsgebonden budget, doelgroepregister, dwarslaesie, beenprothese,
  gehandicaptenparkeerkaart, begeleid wonen, beschermd wonen, sociale werkvoorziening, beschutte werkplek,
  wheelchair user, wheelchair-bound, uses a wheelchair, in a wheelchair, disability benefit, disability benefits,
  disability allowance, disability pension, disability living allowance, personal independence payment, disabled child,
  disabled son, disabled daughter, disabled person, he is disabled, she is disabled, who is disabled, i am disabled, patient is disabled, son is disabled, daughter is disabled, child is disabled, husband is disabled, wife is disabled, mother is disabled, father is disabled, severely disabled, physically disabled, permanently disabled, legally blind,
  hearing impairment, visual impairment, is hearing impaired, is visually impaired, learning disability,
  learning disabilities, learning difficulties, intellectual disability, developmental disability, paraplegic, paraplegia,
  quadriplegic, tetraplegia, amputee, leg amputation, prosthetic leg, guide dog user, blue badge holder,
  special educational needs, unfit for work, incapacity benefit, limited capability for work,
  schwerbehindert, schwerbehinderte, schwerbehinderung, schwerbehindertenausweis, behindertenausweis,
  grad der behinderung, erwerbsminderungsrente, erwerbsunfähig, erwerbsunfähigkeit, berufsunfähig, rollstuhl,
  rollstuhlfahrer, rollstuhlfahrerin, körperbehindert, geistig behindert, gehbehindert, sehbehindert, gehörlos,
  querschnittsgelähmt, gleichgestellt nach § 2 sgb ix, eingliederungshilfe, beinprothese,
  handicapé, handicapée, travailleur handicapé, rqth, fauteuil roulant, pension d'invalidité, invalidité,
  allocation adulte handicapé, malvoyant, malvoyante, malentendant, malentendante, paraplégique, tétraplégique,
  déficience intellectuelle, taux d'incapacité
`);

/** Absence through illness, and the care that law or employer arranges for it. */
export const SICK_LEAVE = terms(`
  ziekgemeld, ziek gemeld, ziekmelding, ziekteverlof, ziekteverzuim, ziekteverzuimbegeleiding, verzuimmelding, verzuimbegeleiding,
  verzuimdossier, langdurig ziek, langdurig verzuim, kortdurend verzuim, frequent verzuim, hersteld gemeld, betergemeld,
  hersteldmelding, bedrijfsarts, arbo-arts, arbodienst, ziektewet, ziektewetuitkering, re-integratie, re-integratietraject,
  re-integratieplan, re-integratiedossier, reïntegratie, wet verbetering poortwachter, probleemanalyse bedrijfsarts, loondoorbetaling bij ziekte,
  tweede spoor, deels arbeidsgeschikt, gedeeltelijk hersteld,
  sick leave, on sick leave, called in sick, reported sick, medical leave, off sick, sick note, doctor's note, fit note,
  statutory sick pay, fmla leave, occupational health assessment, long-term sick, sickness absence,
  return-to-work interview, short-term disability, long-term disability, phased return to work, stress leave,
  krankgeschrieben, krank gemeldet, krankschreibung, krankmeldung, arbeitsunfähig, arbeitsunfähigkeit,
  arbeitsunfähigkeitsbescheinigung, au-bescheinigung, krankengeld, krankheitsbedingt, bem-verfahren, betriebsarzt,
  betriebliches eingliederungsmanagement, krankheitstage, langzeiterkrankt,
  arrêt maladie, arrêt de travail, congé maladie, congé de maladie, en arrêt maladie, médecin du travail,
  mi-temps thérapeutique, inaptitude, indemnités journalières, certificat médical, longue maladie
`);

/** Pregnancy and its end, fertility care, and the leave that goes with it. */
export const PREGNANCY = terms(`
  zwanger, zwangerschap, zwangerschapsverlof, zwangerschapstest, zwangerschapsdiabetes, bevallingsverlof, miskraam,
  abortuskliniek, zwangerschapsafbreking, zwangerschapsvergiftiging, ivf-behandeling, ivf-traject, vruchtbaarheidsbehandeling,
  vruchtbaarheidsonderzoek, verminderd vruchtbaar, onvruchtbaar, keizersnede, doodgeboren, doodgeboorte, buitenbaarmoederlijke zwangerschap,
  kraamzorg, verloskundige, zwangerschapsduur, weken zwanger, uitgerekend op,
  pregnant, pregnancy, pregnancy test, miscarriage, had an abortion, abortion clinic, maternity leave, stillbirth, stillborn, ivf treatment,
  ivf cycle, fertility treatment, fertility clinic, ectopic pregnancy, caesarean section, c-section, preeclampsia,
  pre-eclampsia, expecting a baby, expecting her first child, weeks pregnant, antenatal care, prenatal care,
  schwanger, schwangerschaft, schwangerschaftsabbruch, schwangerschaftswoche, fehlgeburt, totgeburt, abtreibung, mutterschutz,
  mutterschaftsurlaub, mutterschaftsgeld, kinderwunschbehandlung, künstliche befruchtung, kaiserschnitt, voraussichtlicher entbindungstermin,
  est enceinte, femme enceinte, tombée enceinte, grossesse, fausse couche, interruption volontaire de grossesse, césarienne,
  congé maternité, congé de maternité, fécondation in vitro, procréation médicalement assistée, mort-né, mort-née
`);
