import { terms } from "./terms.ts";

/** Words for someone's body measured to know them by. Bare `fingerprint` is a hash of a key or a build. */
export const BIOMETRICS = terms(`
  vingerafdruktemplate, vingerafdrukscan, vingerafdrukken afgenomen, vingerafdrukken genomen, vingerafdruk geregistreerd,
  vingerafdruk afgenomen, irisscan, iris-scan, netvliesscan, handpalmscan, aderpatroon, gezichtsscan, gezichtstemplate, stemafdruk, stemprofiel,
  biometrisch template, biometrische template, biometrisch profiel, biometrische registratie, biometrisch toegangspas,
  fingerprint template, fingerprint templates, fingerprint minutiae, fingerprint enrolment, fingerprint enrollment, fingerprints taken,
  fingerprint scanned, face embedding, face embeddings, face template, face templates, faceprint, facial template, facial scan,
  facial geometry, voiceprint, voiceprints, voice biometrics, iris template, iris scan, iris scans, retina scan, retinal scan, palm vein, palm print, palmprint,
  vein pattern, hand geometry, biometric template, biometric templates, biometric enrolment, biometric enrollment, gait recognition profile,
  fingerabdruckdaten, fingerabdruck erfasst, fingerabdrücke abgenommen, gesichtsscan erfasst, gesichtsgeometrie, netzhautscan, irisscan erfasst, stimmabdruck,
  handvenenscan, venenscan, biometrisches template,
  empreinte digitale, empreintes digitales, gabarit biométrique, gabarit facial, reconnaissance de l'iris, scan de l'iris,
  empreinte vocale, réseau veineux, contour de la main
`);
