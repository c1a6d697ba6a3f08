import { Candidate } from "../candidate.ts";
import type { Detector } from "../detector.ts";
import { type PictureElement, readPicture } from "../places/picture.ts";

/** Identifiers and digests in base 16, in small letters: `550e8400-e29b-41d4-a716-446655440000`. Each is of a shape of its own. */
const HEX = /^[\da-f]{4,128}(?:-[\da-f]{4,128})*$/;
const LEAST_CHARS = 16;
const UNITS = new Set(Array.from("0123456789abcdef", (character) => character.charCodeAt(0)));
const DASH = 0x2d;
const HEX_LITERAL = /^[\da-f-]+$/i;
const HEX_WORDS = /^[\da-f -]+$/i;

export const isHexValue = (value: string): boolean =>
  value.length >= LEAST_CHARS && value.length <= 128 && HEX.test(value);

/** A detector that could find something in values in base 16 whose groups have certain lengths, and what tells that it does not. */
export interface HexReach {
  index: number;
  /** None of its keywords stands in the value. */
  literals: readonly string[];
  /** It is none at the beginning. */
  isTried: boolean;
  /** It is none at any run of so many digits. */
  digits: number;
  /** A picture can be the whole value. */
  isWhole: boolean;
}

/**
 * Which detectors could find something in such values. Within one there is no place where a name is given a value, no `@`, no
 * capital and no base 64; a number begins at its start alone, since a dash behind a word joins what follows, and for the same
 * reason a picture that is itself the match ends with the value. So there remain keywords in these very letters, pictures from
 * the start, and runs of digits.
 */
export function hexReach(detectors: readonly Detector[], lengths: readonly number[]): HexReach[] {
  return detectors.flatMap((detector, index): HexReach[] => {
    const { keywords = [], forms = [], anyCase = false, digits = Infinity, pattern, linear } = detector;
    const literals = keywords.filter((keyword) => HEX_LITERAL.test(keyword));
    const reach = forms.map((form) => reachOf(readPicture(form, anyCase), lengths));
    const isTried = pattern !== undefined && reach.some((one) => one !== "none");
    const isWhole = linear !== undefined || (!pattern && reach.includes("whole"));
    if (literals.length === 0 && !isTried && !isWhole && digits === Infinity) return [];
    return [{ index, literals, isTried, digits, isWhole }];
  });
}

/** Tells of a value that it may be something. */
export type HexGate = (value: string) => boolean;

/** `detectors`: those that `reach` has numbers of. */
export function hexGate(
  detectors: readonly Detector[],
  reach: readonly HexReach[],
  heading: string,
): HexGate {
  const literals = reach.flatMap((one) => one.literals);
  const literal = literals.length > 0 ? new RegExp(literals.join("|"), "i") : null;
  const tries = reach.flatMap(({ index, isTried, digits }) => {
    const { pattern, check } = detectors[index] as Detector;
    if (!pattern || (!isTried && digits === Infinity)) return [];
    // Where no letter stands before it, which is at the beginning of a group.
    const run = digits < Infinity ? new RegExp(`(?:^|(?<=-))(?=\\d(?:-?\\d){${digits - 1}})`, "g") : null;
    return [{ pattern: anchored(pattern), check, isTried, run }];
  });
  const isOne = ({ pattern, check }: (typeof tries)[number], value: string, start: number): boolean => {
    pattern.lastIndex = start;
    if (!pattern.test(value)) return false;
    const candidate = new Candidate(value, start, pattern.lastIndex, "", "", () => heading);
    if (!check || check(candidate, () => true) !== null) return true;
    // Most do not ask for a word.
    return check.length > 1 && check(candidate, () => false) !== null;
  };
  return (value) =>
    literal?.test(value) === true ||
    tries.some(
      (one) =>
        (one.isTried && isOne(one, value, 0)) ||
        (one.run !== null && startsOf(one.run, value).some((start) => isOne(one, value, start))),
    );
}

const NONE: readonly number[] = [];

function startsOf(run: RegExp, value: string): readonly number[] {
  run.lastIndex = 0;
  return run.test(value) ? Array.from(value.matchAll(run), ({ index }) => index) : NONE;
}

/** Whether a word could itself stand in such a value. */
export const isHexWord = (word: string): boolean => HEX_WORDS.test(word);

export const valuesOf = (lengths: readonly number[]): RegExp =>
  new RegExp(`^${lengths.map((length) => `[\\da-f]{${length}}`).join("-")}$`);

export const lengthsOf = (value: string): number[] => value.split("-").map(({ length }) => length);

const anchored = ({ source, flags }: RegExp) => new RegExp(source, `${flags.replace(/[gy]/g, "")}y`);

/** Whether a picture can stand at the beginning of such a value, and be all of it. */
function reachOf(
  picture: readonly PictureElement[],
  lengths: readonly number[],
): "none" | "beginning" | "whole" {
  const dashes = new Set<number>();
  let end = -1;
  for (const length of lengths) dashes.add((end += length + 1));
  dashes.delete(end);
  /** Places in the picture that a walk so far can have come to. */
  let places = closed(new Set([0]), picture);
  let reach: "none" | "beginning" = "none";
  for (let at = 0; at < end; at++) {
    const next = new Set<number>();
    for (const place of places) {
      const units = picture[place]?.units;
      if (units && (dashes.has(at) ? units.has(DASH) : intersects(units))) next.add(place + 1);
    }
    places = closed(next, picture);
    if (places.size === 0) return reach;
    if (places.has(picture.length)) reach = "beginning";
  }
  return places.has(picture.length) ? "whole" : reach;
}

const intersects = (units: ReadonlySet<number>): boolean => [...units].some((unit) => UNITS.has(unit));

function closed(places: Set<number>, picture: readonly PictureElement[]): Set<number> {
  for (const place of places) if (picture[place]?.optional) places.add(place + 1);
  return places;
}
