import styles from "./state-badge.module.css";

export type Tone = "good" | "live" | "waiting" | "bad" | "off";

/** A coloured dot and the word that says the same. Each tone has a form of its own as well. */
export function StateBadge({ tone, label }: { tone: Tone; label: string }) {
  return (
    <span className={styles["badge"]}>
      <span className={styles["dot"]} data-tone={tone} aria-hidden="true" />
      {label}
    </span>
  );
}
