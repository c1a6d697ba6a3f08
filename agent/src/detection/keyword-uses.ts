import { type FieldName, spellings } from "./places/field-names.ts";
import type { Prepared } from "./prepare.ts";

/** What a keyword stands for: a match's own beginning, or the name of a setting that holds one. */
export interface KeywordUse {
  prepared: Prepared;
  name: FieldName | null;
}

/** The words that count with a capital, each with its uses. */
export function capitalWordUses(detectors: readonly Prepared[]): Map<string, KeywordUse[]> {
  const uses = new Map<string, KeywordUse[]>();
  for (const prepared of detectors)
    for (const word of prepared.detector.capitalWords ?? [])
      uses.set(word, [...(uses.get(word) ?? []), { prepared, name: null }]);
  return uses;
}

/** All literals of the detectors in small letters, each with its uses. */
export function keywordUses(detectors: readonly Prepared[]): Map<string, KeywordUse[]> {
  const uses = new Map<string, KeywordUse[]>();
  const add = (literal: string, use: KeywordUse) => {
    const known = uses.get(literal);
    if (known) known.push(use);
    else uses.set(literal, [use]);
  };
  for (const prepared of detectors) {
    for (const keyword of prepared.detector.keywords ?? [])
      if (keyword !== "@") add(keyword.toLowerCase(), { prepared, name: null });
    for (const name of prepared.names)
      for (const spelling of spellings(name)) add(spelling, { prepared, name });
  }
  return uses;
}
