import { terms } from "./terms.ts";

/** Words for someone's own genes. The science's own words (`gene`, `allele`, `genome`) are not among them. */
export const GENETICS = terms(`
  dna-profiel, dna-onderzoek, dna-test, dna-testuitslag, dna-verwantschapsonderzoek, genetische test, genetisch onderzoek, genetische aanleg,
  genetische afwijking, genetische mutatie, genmutatie, gendefect, erfelijk belast, erfelijkheidsonderzoek, erfelijke aanleg, erfelijke aandoening,
  erfelijke borstkanker, klinisch geneticus, drager van het gen, draagster van het gen, drager van een mutatie, draagster van een mutatie,
  dragerschapstest, vaderschapstest, chromosoomafwijking, brca-mutatie, brca-gen, nipt-test, nipt-uitslag, vruchtwaterpunctie,
  trisomie 21, trisomie 18, trisomie 13,
  dna profile, genetic profile of, genetic test result, genetic test results, genetic testing results, genetic carrier, carrier screening,
  carrier of the gene, carries the gene, carries a mutation, brca mutation, brca positive, hereditary breast cancer, hereditary cancer,
  lynch syndrome, genetic predisposition, genetic disorder, genetic counselling, genetic counseling, genetic counselor, inherited mutation,
  germline mutation, paternity test, dna paternity, dna test result, dna test results, dna sample taken, chromosomal abnormality, 23andme,
  ancestrydna, trisomy 21, trisomy 18, trisomy 13, amniocentesis, factor v leiden, familial hypercholesterolemia,
  dna-analyse, gentest, genetische untersuchung, genetisch bedingt, erbkrankheit, vaterschaftstest, genträger, anlageträger, anlageträgerin,
  humangenetik, fruchtwasseruntersuchung, erblich vorbelastet,
  test génétique, tests génétiques, dépistage génétique, analyse génétique, profil génétique, empreinte génétique, mutation génétique,
  maladie génétique, maladie héréditaire, porteur du gène, porteuse du gène, test de paternité, prédisposition génétique, amniocentèse
`);

/** Genes that are tested in people for what they say of their health (HGNC symbols), in small letters. */
export const TESTED_GENES = terms(`
  brca1, brca2, palb2, mlh1, msh2, msh6, pms2, tp53, cftr, mthfr, apoe, ldlr, lrrk2, fmr1, jak2, cdh1, smn1, hfe, pah, rhd,
  cyp2d6, cyp2c19, cyp2c9, dpyd, tpmt, vkorc1, slco1b1, hla-b27, hla-b*5701, mybpc3, kcnq1, scn5a, dmd, braf, egfr, kras, nras, pten
`);
