export interface Edit {
  find: string;
  replace: string;
}

/** A change to the sources that takes one protection out. */
export interface Mutation {
  name: string;
  /** What the product would then do, and must not. */
  harm: string;
  file: string;
  /** Each text must occur exactly once; a mutation that has lost its place proves nothing. */
  edits: readonly Edit[];
  project: string;
  /** The test files that must notice. */
  tests: readonly string[];
}

export type Applied = { ok: true; text: string } | { ok: false; missing: string; found: number };

export function applyEdits(source: string, edits: readonly Edit[]): Applied {
  let text = source;
  for (const { find, replace } of edits) {
    const parts = text.split(find);
    if (parts.length !== 2) return { ok: false, missing: find, found: parts.length - 1 };
    text = parts.join(replace);
  }
  return { ok: true, text };
}
