/** Raised when the same rules may find something else, or in another form. */
export const ENGINE_VERSION = "0.1.0";

/** Raised when a detector or a rule is added, removed or changed. Year, month, running number. */
export const RULES_VERSION = "2026.11.1";
