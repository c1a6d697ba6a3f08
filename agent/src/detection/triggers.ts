/** Triggers that several detectors share: one pass over the text serves them all. */

/** A digit that starts a number of seven or more characters, as people write numbers. */
export const DIGIT_RUN = /\d[\d ()./-]{6,}/g;
