import { styleText } from "node:util";
import type { Paints } from "./summary.ts";
import type { Paint } from "./table.ts";

/** Colours for a stream: none when it is no terminal or the person has set NO_COLOR. */
export function paintsFor(stream: NodeJS.WriteStream): Paints {
  const style =
    (format: Parameters<typeof styleText>[0]): Paint =>
    (text) =>
      styleText(format, text, { stream });
  return {
    bold: style("bold"),
    dim: style("dim"),
    severity: {
      critical: style(["bold", "red"]),
      high: style("red"),
      medium: style("yellow"),
      low: style("cyan"),
      info: style("gray"),
    },
  };
}
