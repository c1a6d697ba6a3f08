import styles from "./state-badge.module.css";

export type Tone = "good" | "live" | "waiting" | "bad" | "off";

/** A coloured dot and the word that says the same. Each tone has a form of its own as well. */
export function StateBadge({ tone, label, wraps }: { tone: Tone; label: string; wraps?: true }) {
  return (
    <span className={styles["badge"]} data-wraps={wraps}>
      <span className={styles["dot"]} data-tone={tone} aria-hidden="true" />
      {label}
    </span>
  );
}
