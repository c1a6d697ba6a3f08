import { terms } from "./terms.ts";

/** Words for someone's sexual orientation or sex life. `gay`, `queer`, `non-binary` and `asexual` count in a phrase only. */
export const SEXUALITY = terms(`
  homoseksueel, homoseksuele, homoseksualiteit, homofiel, lesbisch, lesbische, lesbienne, biseksueel, biseksuele,
  heteroseksueel, heteroseksuele, panseksueel, aseksueel, transgender, transgender man, transgender vrouw, transvrouw,
  transman, transseksueel, transseksuele, geslachtsverandering, geslachtsbevestigende operatie, genderdysforie,
  genderdysphoria, gender dysphoria, genderpoli, is homo, is hij homo, uit de kast gekomen, kwam uit de kast, valt op mannen,
  valt op vrouwen, non-binair persoon, seksverslaving, seksverslaafd, sekswerker, seksleven, buitenechtelijke relatie,
  homosexual, homosexuality, lesbian, bisexual, bisexuality, heterosexual, pansexual, transsexual, transgender woman,
  trans woman, trans man, is gay, was gay, he's gay, she's gay, i'm gay, openly gay, gay man, gay men, gay couple, gay person,
  gay husband, gay partner, gay dating, came out as gay, came out as trans, came out as bi, coming out as gay,
  identifies as gay, identifies as queer, identifies as non-binary, identifies as asexual, identifies as bisexual, is queer,
  queer woman, queer man, asexual person, same-sex partner, same-sex spouse, same-sex couple, same-sex relationship,
  gender reassignment, gender-affirming surgery, gender transition, sex addiction, sex addict, sex worker, sex life,
  extramarital affair, attracted to men, attracted to women, escort services used,
  homosexuell, homosexuelle, homosexualität, schwul, schwuler, lesbe, bisexuell, bisexuelle, heterosexuell, transsexuell,
  transfrau, transmann, geschlechtsangleichung, geschlechtsumwandlung, sexualleben, eingetragene lebenspartnerschaft,
  homosexuel, homosexualité, bisexuel, hétérosexuel, hétérosexuelle, transgenre, transsexuelle, personne trans,
  changement de sexe, vie sexuelle, relation extraconjugale
`);

/** Values that count in a field `sexual orientation` only. */
export const ORIENTATION_VALUES = terms(`
  gay, straight, queer, hetero, homo, bi, asexual, lesbisch, pan, non-binary, lgbt, lgbtq, lgbtqia, lhbti, lhbtiq, other
`);
