import type { ReactNode } from "react";
import styles from "./figures.module.css";

interface Figure {
  label: string;
  value: ReactNode;
  note?: string | undefined;
}

/** A row of numbers with their names. */
export function Figures({ figures }: { figures: readonly Figure[] }) {
  return (
    <dl className={styles["row"]}>
      {figures.map(({ label, value, note }) => (
        <div key={label} className={styles["figure"]}>
          <dt>{label}</dt>
          <dd>{value}</dd>
          {note !== undefined && <dd className={styles["note"]}>{note}</dd>}
        </div>
      ))}
    </dl>
  );
}
