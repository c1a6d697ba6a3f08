import { terms } from "./terms.ts";

/** Diagnoses, treatments and care that are written alike in two or more of the languages. */
export const HEALTH_INTERNATIONAL = terms(`
  diabetes, diabetes mellitus, diabetes insipidus, diabetes type 1, diabetes type 2, prediabetes, hypertension,
  psoriasis, endocarditis, hepatitis, hepatitis a, hepatitis b, hepatitis c, meningitis, encefalitis, encephalitis,
  hiv, hiv/aids, adhd, ptsd, ptss, tdah, copd, pcos, ggz, hpv, mrsa, cjd, me/cvs, me/cfs, post-covid, long covid,
  covid-positive, lupus erythematosus, sarcoidosis, osteoporosis, epilepsie, hernia, migraine, anorexia nervosa,
  boulimia nervosa, bulimia nervosa, binge eating disorder, borderline personality disorder,
  burn-out, burn-outklachten, delirium, dementia, paranoia, psychose, schizophrenia, angina pectoris, arteriosclerose,
  gastritis, colitis ulcerosa, pancreatitis, appendicitis, diverticulitis, cholera, malaria, lepra, tuberculosis,
  influenza, pneumonia, bronchitis, sepsis, eczema, vitiligo, rosacea, melanoma, carcinoma, glioblastoma, sarcoma,
  leukemia, lymphoma, neuroblastoma, fibromyalgia, artritis, arthritis, neuropathie, polyneuropathie,
  spina bifida, scoliose, cystic fibrosis, hemodialyse, dialyse, chemotherapie, radiotherapie, immunotherapie,
  electroconvulsietherapie, emdr-therapie, emdr, oncologie, psychiatrie, cardiomyopathie, aneurysma, trombose,
  anorexie, amnesia, alzheimer, ziekte van crohn, morbus crohn, morbus bechterew, morbus parkinson, raynaud,
  guillain-barré, gilles de la tourette, hashimoto, ehlers-danlos, marfan, turner syndrome,
  klinefelter, mri-scan, pet-ct, mammografie, colonoscopie, gastroscopie, coronaire bypass,
  stemi, nstemi, ecmo, dsm-5, dsm-iv, hba1c, phq-9, gad-7, audit-c
`);
