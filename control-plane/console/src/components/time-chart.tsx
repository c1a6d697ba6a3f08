import styles from "./time-chart.module.css";

interface Props {
  title: string;
  /** What a reader who does not see the chart needs of it. */
  summary: string;
  /** Of the first line, with an area below it. */
  values: readonly number[];
  /** A second, thinner line. */
  second?: readonly number[] | undefined;
  /** Drawn dashed, with its name. */
  limit?: { value: number; label: string } | undefined;
  /** End of the vertical axis. */
  end: number;
  format: (value: number) => string;
  /** Names under the horizontal axis, from its start to its end. */
  axis: readonly string[];
}

const WIDTH = 100;
const HEIGHT = 100;

/** A small chart of one figure over time. Lines stretch with the page and texts do not, so they are not in the SVG. */
export function TimeChart({ title, summary, values, second, limit, end, format, axis }: Props) {
  const y = (value: number) => HEIGHT - (Math.min(value, end) / end) * HEIGHT;
  const limitAt = limit !== undefined && limit.value <= end ? y(limit.value) : null;
  return (
    <figure className={`card ${styles["chart"]}`} style={{ margin: 0 }} aria-label={`${title}: ${summary}`}>
      <div className={styles["head"]}>
        <h3>{title}</h3>
        <span>{summary}</span>
      </div>
      <div className={styles["plot"]} aria-hidden="true">
        <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} preserveAspectRatio="none">
          {[0, 0.5].map((share) => (
            <line
              key={share}
              className={styles["grid"]}
              x1={0}
              x2={WIDTH}
              y1={share * HEIGHT}
              y2={share * HEIGHT}
            />
          ))}
          <path className={styles["area"]} d={`${steps(values, y)}V${HEIGHT}H0Z`} />
          {second !== undefined && <path className={styles["second"]} d={steps(second, y)} />}
          <path className={styles["line"]} d={steps(values, y)} />
          {limitAt !== null && (
            <line className={styles["limit"]} x1={0} x2={WIDTH} y1={limitAt} y2={limitAt} />
          )}
        </svg>
        <span className={styles["mark"]} style={{ top: -5, left: 0 }}>
          {format(end)}
        </span>
        {limitAt !== null && (
          <span className={styles["mark"]} data-limit style={{ top: `calc(${limitAt}% - 6px)` }}>
            {limit?.label}
          </span>
        )}
      </div>
      <div className={styles["axis"]} aria-hidden="true">
        {axis.map((name, i) => (
          <span key={i}>{name}</span>
        ))}
      </div>
    </figure>
  );
}

/** One step a value: between two samples nothing is known, so no slope is drawn. */
function steps(values: readonly number[], y: (value: number) => number): string {
  const width = WIDTH / Math.max(1, values.length);
  return values
    .map(
      (value, i) =>
        `${i === 0 ? "M0" : "H"}${i === 0 ? "," : (i * width).toFixed(2) + "V"}${y(value).toFixed(2)}`,
    )
    .join("")
    .concat(`H${WIDTH}`);
}
