import { terms } from "./terms.ts";

/** Trade unions by their short or full name; they count where the words around them speak of membership. */
export const TRADE_UNIONS = terms(`
  fnv, fnv bondgenoten, fnv zorg en welzijn, fnv metaal, fnv bouw, abvakabo, cnv, cnv vakmensen, cnv connectief, vcp, de unie,
  aob, nu'91, fbz, vnv, nvj, bbtv, npb, anpv, acp, avv, vhp2, abvv, fgtb, acv, acv-csc, csc, aclvb, cgslb,
  ver.di, verdi, ig metall, ig bce, ig bau, igbce, gew, dgb, ngg, evg, gdl, marburger bund, cgt, cfdt, cftc, cfe-cgc,
  force ouvrière, unsa, solidaires, sud rail, fsu, unite, unite the union, unison, gmb, usdaw, rmt, aslef, nasuwt,
  neu, ucu, tssa, prospect, cwu, bectu, uaw, afl-cio, seiu, teamsters, afscme, united auto workers, ccoo, ugt, cgil, cisl, uil
`);

/** Words for membership of a union that need no union's name. */
export const UNION_MEMBERSHIP = terms(`
  vakbondslid, vakbondsleden, lid van de vakbond, lid van een vakbond, lid van vakbond, vakbondscontributie, vakbondsafdracht,
  vakbondspas, vakbondskaderlid, vakbondsbestuurder, vakbondsconsulent, vakbondsnummer, contributie vakbond, contributie fnv,
  contributie cnv, aangesloten bij de vakbond, aangesloten bij een vakbond, fnv-lid, cnv-lid, kaderlid fnv, kaderlid cnv,
  lidmaatschap vakbond, lidmaatschap fnv, lidmaatschap cnv, verrekening vakbondscontributie,
  union member, trade union member, labor union member, labour union member, is a member of a union, was a member of a union, am a member of a union, member of a trade union,
  member of the union, union dues, union membership card, union membership number, shop steward, union steward,
  union representative, union rep, unionized employee, check-off for union, joined the union,
  gewerkschaftsmitglied, gewerkschaftsbeitrag, gewerkschaftsmitgliedschaft, gewerkschaftlich organisiert, mitglied der gewerkschaft,
  mitglied einer gewerkschaft, in der gewerkschaft, vertrauensmann der gewerkschaft,
  syndiqué, syndiquée, délégué syndical, déléguée syndicale, cotisation syndicale, cotisations syndicales, adhérent au syndicat,
  adhérente au syndicat, membre du syndicat, membre d'un syndicat, carte syndicale
`);
