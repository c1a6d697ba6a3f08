import { stripVTControlCharacters } from "node:util";

/** Where `npm start` writes. On a terminal the status line is rewritten in place; elsewhere each new one is a line. */
export interface Terminal {
  print(...lines: string[]): void;
  /** Replaces the last status; the same text again writes nothing. */
  status(line: string): void;
  /** Removes the status line. */
  clear(): void;
}

/** Without a terminal, status lines come at most this often: a log of a long scan stays readable. */
const PLAIN_EVERY_MS = 5_000;

export function openTerminal(stream: NodeJS.WriteStream, now: () => number): Terminal {
  let shown = "";
  let plainAt = -Infinity;
  const clear = () => {
    if (stream.isTTY && shown !== "") stream.write("\r\u001b[2K");
    shown = "";
  };
  return {
    clear,
    print(...lines) {
      const status = stream.isTTY ? shown : "";
      clear();
      stream.write(`${lines.join("\n")}\n`);
      if (status !== "") this.status(status);
    },
    status(line) {
      if (line === shown) return;
      if (stream.isTTY) {
        clear();
        stream.write(cut(line, stream.columns));
      } else {
        if (now() - plainAt < PLAIN_EVERY_MS) return;
        plainAt = now();
        stream.write(`${line}\n`);
      }
      shown = line;
    },
  };
}

/** A line that wraps cannot be rewritten in place. */
function cut(line: string, columns: number): string {
  const plain = stripVTControlCharacters(line);
  return plain.length < columns ? line : `${plain.slice(0, Math.max(1, columns - 2))}…`;
}
