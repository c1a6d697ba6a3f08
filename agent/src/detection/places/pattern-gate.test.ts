import { expect, test } from "vitest";
import { fillExample } from "../example-values.ts";
import { DETECTORS } from "../registry.ts";
import { PatternGate } from "./pattern-gate.ts";
import { TextUnits } from "./text-units.ts";

const AROUND = ["", " ", "x", "_", '"', "=", "é"];

test.each(DETECTORS.filter(({ pattern }) => pattern).map((detector) => [detector.id, detector] as const))(
  "the gate of %s lets all through that the pattern matches",
  (_, { pattern, examples }) => {
    if (!pattern) return;
    const sticky = new RegExp(pattern.source, `${pattern.flags}y`);
    const gate = new PatternGate(sticky);
    const reader = new TextUnits();
    const blank = reader.read(" ");
    // The gate reads the pattern when it has been tried often enough.
    for (let i = 0; i < 1_000; i++) gate.admits(blank, 0);
    for (const example of [...examples.match, ...examples.ignore].map(fillExample))
      for (const around of AROUND) {
        const text = around + example + around;
        const units = reader.read(text);
        for (let at = 0; at < text.length; at++) {
          sticky.lastIndex = at;
          if (sticky.test(text)) expect(gate.admits(units, at), `${example} at ${at}`).toBe(true);
        }
      }
  },
);
