/**
 * Room for young objects in a process that scans. V8 lets it grow to several times this while the detectors are built, and keeps it:
 * some 90 MB more of resident memory for no speed (engine over source code and dense text: 8 MB within the noise of the default, 4 MB 5 % slower).
 */
export const YOUNG_SPACE = "--max-semi-space-size=8";
/** Pictures are mostly memory outside the heap, and of a pickle nothing is kept: room for young objects would be wasted. */
export const SMALL_YOUNG_SPACE = "--max-semi-space-size=4";
