import { terms } from "./terms.ts";

/** Words for convictions, punishment and suspicion. Bare `sentence`, `conviction` and `charge` are not among them. */
export const CRIME = terms(`
  strafblad, veroordeeld voor, veroordeeld wegens, veroordeeld tot, is veroordeeld, eerder veroordeeld, strafrechtelijk veroordeeld,
  strafrechtelijke veroordeling, vog geweigerd, vog is geweigerd, vog niet verkregen, weigering vog, afwijzing vog, geen vog gekregen,
  proces-verbaal, proces verbaal opgemaakt, aangehouden wegens, aangehouden voor, aangehouden op verdenking, verdacht van,
  verdachte van, verdenking van, in voorlopige hechtenis, voorlopige hechtenis, inverzekeringstelling, in verzekering gesteld,
  gedetineerd, gedetineerde, ex-gedetineerde, ex-gedetineerd, in detentie, huis van bewaring, penitentiaire inrichting,
  gevangenisstraf, celstraf, taakstraf, werkstraf, jeugddetentie, voorwaardelijke straf, voorwaardelijk veroordeeld,
  voorwaardelijke gevangenisstraf, tbs-maatregel, tbs'er, tbs-kliniek, tbs met dwangverpleging, terbeschikkingstelling, pij-maatregel,
  isd-maatregel, reclassering, reclasseringstoezicht, reclasseringswerker, reclasseringsrapport, enkelband, justitiële documentatie,
  uittreksel justitiële documentatie, strafzaak tegen, strafdossier, parketnummer, gebiedsverbod, contactverbod, huisverbod,
  zedendelict, zedenmisdrijf, zedendelinquent, winkeldiefstal, rijden onder invloed, rijontzegging, ontzegging van de rijbevoegdheid,
  recidivist, veelpleger, halt-afdoening, halt-straf, bijzondere voorwaarden reclassering, strafbeschikking, geldboete opgelegd,
  criminal record, criminal history, criminal conviction for, prior conviction, prior convictions, previous convictions,
  spent convictions, unspent convictions, convicted of, convicted for, was convicted, been convicted, found guilty of, pleaded guilty,
  pled guilty, sentenced to, arrested for, arrested on suspicion of, under arrest for, indicted for, indicted on, arrest record,
  arrest warrant for, outstanding warrant, felony, felony conviction, felon, convicted felon, misdemeanor, misdemeanour,
  misdemeanor conviction, incarcerated, incarceration, imprisoned, imprisonment, prison sentence, jail sentence, jail time,
  served time in prison, prison inmate, suspended sentence, community service order, released on bail, released on parole, on parole,
  parole officer, probation officer, registered sex offender, sex offender, sex offenders register, driving under the influence,
  drink driving, drunk driving, restraining order against, juvenile detention, police caution, rap sheet, mugshot, ex-convict,
  vorbestraft, nicht vorbestraft, vorstrafe, vorstrafen, einschlägig vorbestraft, verurteilt wegen, wurde verurteilt, rechtskräftig verurteilt,
  strafregister, strafregisterauszug, bundeszentralregister, strafverfahren gegen, ermittlungsverfahren gegen, strafbefehl,
  freiheitsstrafe, haftstrafe, gefängnisstrafe, bewährungsstrafe, auf bewährung, bewährungshelfer, bewährungshelferin, untersuchungshaft,
  justizvollzugsanstalt, häftling, strafgefangener, haftbefehl, festgenommen wegen, tatverdächtig, sicherungsverwahrung, maßregelvollzug,
  trunkenheit am steuer, eintrag im führungszeugnis, strafanzeige gegen,
  casier judiciaire, condamné pour, condamnée pour, condamnation pénale, antécédents judiciaires, antécédents pénaux, peine de prison,
  peine d'emprisonnement, mois de prison, ans de prison, emprisonnement, incarcéré, incarcérée, détention provisoire, garde à vue,
  mis en examen, mise en examen, récidiviste, contrôle judiciaire, bracelet électronique, maison d'arrêt, travail d'intérêt général,
  conduite en état d'ivresse, repris de justice, liberté conditionnelle
`);

/** Offences, as they stand after "charged with" or "verdacht van". */
export const OFFENCES = terms(`
  theft, fraud, assault, burglary, robbery, murder, manslaughter, rape, arson, embezzlement, forgery, possession, battery,
  domestic violence, harassment, stalking, drug trafficking, shoplifting, money laundering, kidnapping, perjury, vandalism,
  tax evasion, extortion, bribery, terrorism, dui, dwi, sexual assault, identity theft, child abuse
`);
