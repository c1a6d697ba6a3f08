import { terms } from "./terms.ts";

/** German words for illnesses, complaints, treatments and care that speak of someone's health. */
export const HEALTH_DE = terms(`
  zuckerkrankheit, zuckerkrank, typ-1-diabetes, typ-2-diabetes, diabetiker, diabetikerin, bluthochdruck, hypertonie,
  arterielle hypertonie, rheuma, rheumatoide arthritis, rheumatische erkrankung, arthrose, gicht, bandscheibenvorfall,
  rückenleiden, multiple sklerose, muskeldystrophie, parkinson-krankheit, alzheimer-krankheit, demenz, demenzkrank,
  epileptischer anfall, epileptiker, schlaganfall, hirnblutung, hirntumor, gehirnerschütterung, schädel-hirn-trauma,
  migräne, hirnhautentzündung, borreliose, herzinfarkt, herzinsuffizienz, herzrhythmusstörungen, vorhofflimmern,
  koronare herzkrankheit, herzerkrankung, herzschrittmacher, thrombose, lungenembolie, blutarmut, anämie, leukämie,
  lymphdrüsenkrebs, krebserkrankung, krebskrank, brustkrebs, lungenkrebs, darmkrebs, prostatakrebs, hautkrebs,
  gebärmutterhalskrebs, eierstockkrebs, bauchspeicheldrüsenkrebs, magenkrebs, leberkrebs, mammakarzinom,
  bronchialkarzinom, karzinom, bösartiger tumor, metastasiert, melanom, strahlentherapie, bestrahlung, immuntherapie,
  onkologie, onkologe, stammzelltransplantation, palliativ, palliativmedizin, palliativstation, sterbehilfe,
  asthma bronchiale, lungenentzündung, lungenemphysem, mukoviszidose, schlafapnoe, tuberkulose, keuchhusten,
  reizdarm, reizdarmsyndrom, zöliakie, laktoseintoleranz, magengeschwür, leberzirrhose, gelbsucht, gallensteine,
  hämorrhoiden, niereninsuffizienz, nierenversagen, nierensteine, nierentransplantation, blasenentzündung, inkontinenz,
  schilddrüsenunterfunktion, schilddrüsenüberfunktion, wechseljahresbeschwerden, adipositas, fettleibigkeit,
  neurodermitis, schuppenflechte, gürtelrose, krätze, hiv-positiv, hiv-infiziert, hiv-infektion, aids-erkrankung,
  geschlechtskrankheit, tripper, masern, windpocken, grippe, corona-infektion, blutvergiftung,
  erdnussallergie, nussallergie, heuschnupfen, allergisch gegen, lebensmittelallergie, hausstauballergie,
  schizophrenie, schizophren, psychotische störung, bipolare störung, manisch-depressiv, depressive episode,
  depressive störung, wochenbettdepression, angststörung, panikattacken, panikstörung, zwangsstörung, essstörung,
  magersucht, bulimie, posttraumatische belastungsstörung, ptbs, persönlichkeitsstörung, selbstverletzung, suizidversuch,
  selbstmordversuch, suizidal, psychische erkrankung, psychisch krank, psychiatrische klinik, zwangseinweisung,
  autismus, autistisch, legasthenie, dyskalkulie, down-syndrom, alkoholsucht, alkoholabhängig, alkoholiker,
  alkoholikerin, drogensucht, drogenabhängig, drogenabhängigkeit, spielsucht, suchterkrankung, suchtklinik, entzugsklinik,
  erschöpfungssyndrom, burnout-syndrom, schlafstörungen, chronische schmerzen, chronisch krank, schwerkrank,
  künstliches hüftgelenk, knieprothese eingesetzt, grauer star, grüner star, netzhautablösung, hörgerät,
  psychotherapeut, psychotherapeutin, kardiologe, urologe, gynäkologe, frauenarzt, intensivstation, notaufnahme,
  krankenhausaufenthalt, ins krankenhaus eingeliefert, arztbrief, entlassungsbrief, befundbericht, krankenakte,
  patientenakte, pflegegrad, pflegestufe, pflegebedürftig, pflegeheim, kurantrag, bluttransfusion
`);
