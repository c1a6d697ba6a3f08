import { compact } from "./candidate.ts";
import type { Detector } from "./detector.ts";

type Only<Key extends keyof Detector> = Pick<Detector, Key>;
type Rest<Key extends keyof Detector> = Omit<Detector, Key> & Partial<Only<Key>>;

type IdentifierKeys = "rule" | "category" | "normalise" | "visible";

/** A number that an authority gives to a person or an organisation. */
export function identifier(detector: Rest<IdentifierKeys>): Detector {
  return {
    rule: "pii.national_id.other",
    category: "identifier",
    normalise: compact,
    visible: { head: 0, tail: 2 },
    ...detector,
  };
}
