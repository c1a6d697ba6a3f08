import { terms } from "./terms.ts";

/** Parties whose name stands for a party alone, in capitals or not. */
export const PARTIES = terms(`
  vvd, pvda, cda, d66, pvv, groenlinks, groenlinks-pvda, christenunie, sgp, partij voor de dieren, pvdd, partij van de arbeid,
  socialistische partij, partij voor de vrijheid, forum voor democratie, fvd, ja21, boerburgerbeweging, bbb, nieuw sociaal contract,
  nsc, bij1, 50plus, volt nederland, partij denk, n-va, vlaams belang, open vld, cd&v, ptb-pvda, ecolo, les engagés,
  cdu, csu, spd, fdp, afd, bündnis 90/die grünen, bündnis sahra wagenknecht, npd, freie wähler, piratenpartei,
  öko-partei, övp, spö, fpö, neos, svp schweiz, rassemblement national, front national, la france insoumise, parti socialiste,
  les républicains, europe écologie les verts, eelv, parti communiste français, reconquête, modem,
  labour party, conservative party, liberal democrats, lib dems, scottish national party, plaid cymru, reform uk, ukip,
  sinn féin, fine gael, fianna fáil, democratic party, republican party, libertarian party, green party, communist party,
  socialist party, psoe, partido popular, podemos, fratelli d'italia, partito democratico, lega nord, movimento 5 stelle
`);

/** Names that stand for a party only where the words around them say so. */
export const PARTIES_IN_PHRASE = terms(`
  sp, denk, volt, groen, vooruit, ps, lr, rn, lfi, pcf, die grünen, grünen, grüne, die linke, linke, linkspartei, bsw,
  labour, conservatives, conservative, tories, tory, greens, democrats, democrat, democratic, republicans, republican,
  libertarian, snp, dup, sdlp, gop, vox, communisten, socialisten, liberalen, communists, socialists, trump, biden,
  macron, le pen, wilders
`);

/** Words for someone's politics that need no party's name. */
export const POLITICS = terms(`
  gemeenteraadslid voor, fractievoorzitter van de, partijlidmaatschap, politiek actief voor, politiek actief bij, linkse activist,
  extreemrechts gedachtegoed, extreemlinks gedachtegoed, radicaal gedachtegoed, wappie-gedachtegoed,
  registered democrat, registered republican, lifelong republican, lifelong democrat, party membership card, card-carrying member,
  far-right activist, far-left activist, political activist, political dissident, politically persecuted,
  parteimitglied, parteibuch, parteimitgliedschaft, politisch verfolgt, rechtsextremist, linksextremist,
  encarté au, militant socialiste, militant communiste, militant politique, réfugié politique, politiek vluchteling
`);
