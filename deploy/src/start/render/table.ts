/** Text and what it looks like: a paint adds colour codes and no width. */
export type Paint = (text: string) => string;
export interface Cell {
  text: string;
  paint?: Paint;
}
export interface Column {
  title: string;
  align?: "left" | "right";
  /** Longer texts are cut at the front: of a path, the end says more. */
  maxWidth?: number;
}

/** Lines of a table without a frame: titles, a rule, and rows. Widths follow the content. */
export function table(columns: readonly Column[], rows: readonly (readonly Cell[])[], dim: Paint): string[] {
  const fitted = rows.map((row) =>
    row.map((cell, i) => ({ ...cell, text: fit(cell.text, columns[i]?.maxWidth) })),
  );
  const widths = columns.map((column, i) =>
    Math.max(width(column.title), ...fitted.map((row) => width(row[i]?.text ?? ""))),
  );
  const line = (cells: readonly Cell[]) =>
    columns
      .map((column, i) => pad(cells[i] ?? { text: "" }, widths[i] ?? 0, column.align ?? "left"))
      .join("  ")
      .trimEnd();
  return [
    line(columns.map((column) => ({ text: column.title, paint: dim }))),
    dim(widths.map((w) => "─".repeat(w)).join("  ")),
    ...fitted.map(line),
  ];
}

function pad(cell: Cell, to: number, align: "left" | "right"): string {
  const space = " ".repeat(Math.max(0, to - width(cell.text)));
  const painted = cell.paint === undefined ? cell.text : cell.paint(cell.text);
  return align === "right" ? space + painted : painted + space;
}

/** Code points, which is right for everything that our texts hold: masks and Latin letters are one column wide. */
const width = (text: string): number => [...text].length;

function fit(text: string, max: number | undefined): string {
  const points = [...text];
  return max === undefined || points.length <= max
    ? text
    : `…${points.slice(points.length - max + 1).join("")}`;
}
