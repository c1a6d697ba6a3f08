import { icaoMrz } from "../../checks/icao-mrz.ts";
import type { Candidate } from "../../candidate.ts";
import { identifier } from "../../define.ts";
import type { Detector, Verdict } from "../../detector.ts";

type Given = Parameters<typeof identifier>[0];

/** Of the ends of lines, as text, JSON and markup have them. */
const BREAK = String.raw`(?:[ \t]{0,4}(?:\r?\n|\\r\\n|\\n|<br ?\/?>|[ \t|])[ \t"',]{0,12})?`;
const DATE = String.raw`[\d<]{6}[\d<]`;
const REST = "[A-Z0-9<]";
const STATE = "[A-Z<]{3}";

const zone = (...lines: readonly string[]) =>
  new RegExp(String.raw`(?<![A-Z0-9<])${lines.join(BREAK)}(?![A-Z0-9<])`);

const lineBreaks = /[^A-Z0-9<]|\\[nr]|<br ?\/?>/g;

const check =
  (lines: number) =>
  ({ value }: Candidate): Verdict | null => {
    const text = value.replace(lineBreaks, "");
    if (!icaoMrz(text, lines, text.startsWith("V"))) return null;
    return { reasons: ["layout and all check digits"] };
  };

function machineReadableZone(detector: Omit<Given, "confidence" | "references" | "rule">): Detector {
  return identifier({
    rule: "pii.id_document.copy",
    category: "document",
    checksum: "Weights 7-3-1 modulo 10 over number, dates and the whole.",
    keywords: ["<<<<"],
    // A whole zone and what stands between its lines.
    before: 130,
    confidence: { bare: 0.98, context: 0.99 },
    references: [
      "ICAO Doc 9303 parts 3 to 7",
      "https://www.icao.int/publications/pages/publication.aspx?docnum=9303",
    ],
    ...detector,
  });
}

export const MRZ_DETECTORS: readonly Detector[] = [
  machineReadableZone({
    id: "mrz-td3",
    entityType: "MRZ_TD3",
    format: "The two lines of 44 characters of a passport or a visa.",
    pattern: zone(
      String.raw`[PV][A-Z<]${STATE}[A-Z<]{39}`,
      String.raw`${REST}{9}[\d<]${STATE}${DATE}[MFX<]${DATE}${REST}{14}[\d<]${REST}`,
    ),
    check: check(2),
    examples: {
      match: [
        "P<NLDVAN<VOORBEELD<<FRANKA<SOFIE<<<<<<<<<<<<\nXR48291K71NLD8507147F3102031<<<<<<<<<<<<<<<0",
        "  P<NLDVAN<VOORBEELD<<FRANKA<SOFIE<<<<<<<<<<<< XR48291K71NLD8507147F3102031<<<<<<<<<<<<<<<0 scanned",
      ],
      ignore: [
        "P<NLDVAN<VOORBEELD<<FRANKA<SOFIE<<<<<<<<<<<<\nXR48291K71NLD8507147F3102031<<<<<<<<<<<<<<<1",
        "P<NLDVAN<VOORBEELD<<FRANKA<SOFIE<<<<<<<<<<<<",
      ],
    },
  }),
  machineReadableZone({
    id: "mrz-td1",
    entityType: "MRZ_TD1",
    format: "The three lines of 30 characters of a card.",
    pattern: zone(
      String.raw`[ACIR][A-Z<]${STATE}${REST}{25}`,
      String.raw`${DATE}[MFX<]${DATE}${STATE}${REST}{11}\d`,
      "[A-Z<]{30}",
    ),
    check: check(3),
    examples: {
      match: [
        "I<NLDCZ48291K78<<<<<<<<<<<<<<<\n8507147F3102031NLD<<<<<<<<<<<6\nVAN<VOORBEELD<<FRANKA<<<<<<<<<",
        "  I<NLDCZ48291K78<<<<<<<<<<<<<<< 8507147F3102031NLD<<<<<<<<<<<6 VAN<VOORBEELD<<FRANKA<<<<<<<<< scanned",
      ],
      ignore: [
        "I<NLDCZ48291K78<<<<<<<<<<<<<<<\n8507147F3102031NLD<<<<<<<<<<<7\nVAN<VOORBEELD<<FRANKA<<<<<<<<<",
        "I<NLDCZ48291K78<<<<<<<<<<<<<<<",
      ],
    },
  }),
  machineReadableZone({
    id: "mrz-td2",
    entityType: "MRZ_TD2",
    format: "The two lines of 36 characters of an older card, a travel document or a visa.",
    pattern: zone(
      String.raw`[ACIPV][A-Z<]${STATE}[A-Z<]{31}`,
      String.raw`${REST}{9}[\d<]${STATE}${DATE}[MFX<]${DATE}${REST}{7}${REST}`,
    ),
    check: check(2),
    examples: {
      match: [
        "I<ROUVOORBEELD<<FRANKA<<<<<<<<<<<<<<\nKX482917<2ROU8507147F3102031<<<<<<<8",
        "  I<ROUVOORBEELD<<FRANKA<<<<<<<<<<<<<< KX482917<2ROU8507147F3102031<<<<<<<8 scanned",
      ],
      ignore: [
        "I<ROUVOORBEELD<<FRANKA<<<<<<<<<<<<<<\nKX482917<2ROU8507147F3102031<<<<<<<9",
        "I<ROUVOORBEELD<<FRANKA<<<<<<<<<<<<<<",
      ],
    },
  }),
];
