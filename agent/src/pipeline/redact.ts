import { createHmac, createSecretKey, type KeyObject } from "node:crypto";
import { OBSERVATIONS, type ObservationType, RULES } from "@dataguardian/shared/catalog";
import {
  type Finding,
  finding,
  type Location,
  placeOf,
  reckonSeverity,
  type SeverityFactors,
} from "@dataguardian/shared/domain";
import type { Detector } from "../detection/detector.ts";
import type { Match } from "../detection/match.ts";
import { resolveOverlaps } from "../detection/resolve-overlaps.ts";
import { scanText, type TextScan } from "../detection/scan-text.ts";
import { Sensitive } from "../detection/sensitive.ts";

const MASK = "•";
const MAX_PREVIEW = 24;
const MAX_PATH_CHARS = 1_000;
const MAX_MEMBER_CHARS = 500;
const MAX_KEY_CHARS = 250;
const MAX_REASON_CHARS = 160;

/** A match and its place. It still holds the value: only the redactor makes a finding of it. */
export interface LocatedMatch {
  match: Match;
  location: Location;
  /** What the severity is reckoned from, besides the match itself. */
  volume?: number;
  exposure?: SeverityFactors["exposure"];
  /** How many such values there are at the place; one when absent. */
  count?: number;
  /** Where the finding is of a place rather than of one value: what it is recognised by, instead of the value. */
  subject?: string;
}

/** Something seen that is no value, and its place. */
export interface LocatedObservation {
  type: ObservationType;
  confidence: number;
  reasons: readonly string[];
  /** Tells it from others of its kind in the file. It does not leave. */
  subject: string;
  count: number;
  location: Location;
  exposure?: SeverityFactors["exposure"];
  /** What it weighs, where that is more or less than its rule usually does. */
  class?: SeverityFactors["class"];
}

export interface Redactor {
  /** The same for something seen. */
  observation(located: LocatedObservation): Finding;
  /** What may leave of a match. It parses as the wire's strict `finding`, or throws. */
  finding(located: LocatedMatch): Finding;
  /** What stands for a value of that type (P3), where the value has been found by other means. */
  fingerprint(entityType: string, value: string): string;
  /** A path or a message with every match in it masked (P2). */
  text(text: string): string;
  /** The same for the names of a place. */
  place(location: Location): Location;
}

/** `tenantKey` is the tenant's key for fingerprints, 32 bytes; `scan` finds what must not be shown. */
export function createRedactor(tenantKey: Uint8Array, scan: TextScan = scanText): Redactor {
  // Bytes would be looked at anew for each finding, which takes longer than the hash.
  const key = createSecretKey(tenantKey);
  const maskText = (text: string) => masked(text, scan);
  // The findings of one file come one after the other.
  const maskPath = remembered((path) => shorten(maskText(path), MAX_PATH_CHARS));
  const maskMember = remembered((member) => shorten(maskText(member), MAX_MEMBER_CHARS));
  const maskKey = remembered((name) => shorten(maskText(name), MAX_KEY_CHARS));
  // Names of tables, columns and cookies, selectors and addresses can hold values as paths can.
  const maskName = (text: string, atMost: number) => shorten(maskText(text), atMost);
  // A column that is called `diagnosis` says of nobody that he is ill.
  const scanName: TextScan = (text) => scan(text).filter(({ detector }) => detector.topic !== true);
  const maskDatabaseName = (name: string) => shorten(masked(name, scanName), MAX_KEY_CHARS);
  const maskPlace = (location: Location): Location => {
    const { path, member, key: keyPath, column, schema, table, url, element, cookie, request } = location;
    return {
      ...location,
      ...(path === undefined ? {} : { path: maskPath(path) }),
      ...(member === undefined ? {} : { member: maskMember(member) }),
      ...(keyPath === undefined ? {} : { key: maskKey(keyPath) }),
      ...(typeof column === "string" ? { column: maskDatabaseName(column) } : {}),
      ...(schema === undefined ? {} : { schema: maskDatabaseName(schema) }),
      ...(table === undefined ? {} : { table: maskDatabaseName(table) }),
      ...(url === undefined ? {} : { url: maskName(url, MAX_PATH_CHARS) }),
      ...(element === undefined ? {} : { element: maskName(element, MAX_MEMBER_CHARS) }),
      ...(cookie === undefined ? {} : { cookie: maskName(cookie, MAX_KEY_CHARS) }),
      ...(request === undefined ? {} : { request: maskName(request, MAX_PATH_CHARS) }),
    };
  };
  return {
    text: maskText,
    place: maskPlace,
    fingerprint: (entityType, value) => keyed(key, entityType, value),
    finding({ match, location, volume = 1, exposure = "internal", count = 1, subject }) {
      const { detector } = match;
      const factors: SeverityFactors = {
        class: match.severity,
        confidence: match.confidence,
        volume,
        exposure,
        protection: match.known ? "example" : "none",
      };
      return finding.parse({
        rule: detector.rule,
        entityType: detector.entityType,
        category: detector.category,
        severity: reckonSeverity(factors),
        confidence: match.confidence,
        location: maskPlace(location),
        preview: preview(detector, Sensitive.reveal(match.value)),
        fingerprint:
          subject === undefined ? fingerprint(key, match) : keyed(key, detector.entityType, subject),
        count,
        detector: detector.id,
        legal: [...RULES[detector.rule].legal],
        reasons: [...match.reasons],
        factors,
      });
    },
    observation({ type, confidence, reasons, subject, count, location, exposure = "internal", class: own }) {
      const { rule } = OBSERVATIONS[type];
      const factors: SeverityFactors = {
        class: own ?? RULES[rule].severity,
        confidence,
        volume: count,
        exposure,
        protection: "none",
      };
      const what = [placeOf(location), location.member ?? "", subject].join("\0");
      return finding.parse({
        rule,
        entityType: type,
        category: "observation",
        severity: reckonSeverity({ ...factors, volume: 1 }),
        confidence,
        location: maskPlace(location),
        preview: MASK.repeat(8),
        fingerprint: keyed(key, type, what),
        count,
        detector: rule,
        legal: [...RULES[rule].legal],
        reasons: reasons.map((reason) => shorten(maskText(reason), MAX_REASON_CHARS)),
        factors,
      });
    },
  };
}

/** Keeps the last answer. */
function remembered(make: (text: string) => string): (text: string) => string {
  let asked: string | undefined;
  let answer = "";
  return (text) => {
    if (text !== asked) answer = make(text);
    asked = text;
    return answer;
  };
}

/** P3. Equal values of one type have equal fingerprints, however they are written. */
function fingerprint(key: KeyObject, { detector, value }: Match): string {
  const raw = Sensitive.reveal(value);
  const normal = detector.normalise?.(raw) ?? raw;
  return keyed(key, detector.entityType, normal);
}

function keyed(key: KeyObject, type: string, what: string): string {
  return createHmac("sha256", key).update(`${type}\0${what}`).digest("hex").slice(0, 32);
}

/** A credential's preview does not even tell its length. */
function preview({ category, visible: { head, tail } }: Detector, value: string): string {
  const characters = [...value];
  if (category === "credential" || characters.length <= 2 * (head + tail)) return MASK.repeat(8);
  const hidden = MASK.repeat(Math.min(MAX_PREVIEW, characters.length) - head - tail);
  return characters.slice(0, head).join("") + hidden + (tail > 0 ? characters.slice(-tail).join("") : "");
}

/**
 * In a file's name a number stands between dashes and underscores, where prose would have spaces, and an address runs
 * into the file's extension. So the text is searched as it is and with spaces instead of the one or the other.
 */
function masked(text: string, scan: TextScan): string {
  const spaced = text.replace(/[/\\_-]/g, " ");
  const withoutExtension = blankExtension(text);
  const withoutBoth = blankExtension(withoutExtension);
  const readings = new Set([text, spaced, withoutExtension, withoutBoth]);
  const matches = resolveOverlaps([...readings].flatMap((reading) => scan(reading)));
  let shown = "";
  let end = 0;
  for (const { offset, length, detector } of matches) {
    shown += text.slice(end, offset) + preview(detector, text.slice(offset, offset + length));
    end = offset + length;
  }
  return shown + text.slice(end);
}

/** Puts a space for the dot of the last extension, so that offsets stay: `name.tar.gz` → `name.tar gz` → `name tar gz`. */
function blankExtension(text: string): string {
  return text.replace(/\.(?=[A-Za-z0-9]{1,6}(?:[\s/\\]|$))/g, " ");
}

function shorten(text: string, atMost: number): string {
  return text.length <= atMost ? text : `…${text.slice(1 - atMost)}`;
}
