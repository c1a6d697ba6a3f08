import { describe, expect, it } from "vitest";
import { openTerminal } from "./terminal.ts";

function fakeStream(isTTY: boolean, columns = 20) {
  let text = "";
  const write = (part: string) => ((text += part), true);
  return { stream: { isTTY, columns, write } as unknown as NodeJS.WriteStream, text: () => text };
}

describe("terminal", () => {
  it("rewrites the status in place and puts lines above it", () => {
    const { stream, text } = fakeStream(true);
    const terminal = openTerminal(stream, () => 0);
    terminal.status("one");
    terminal.status("one");
    terminal.status("two");
    terminal.print("a line");
    terminal.clear();
    const wipe = "\r\u001b[2K";
    expect(text()).toBe(`one${wipe}two${wipe}a line\ntwo${wipe}`);
  });

  it("cuts a status that would wrap", () => {
    const { stream, text } = fakeStream(true, 10);
    openTerminal(stream, () => 0).status("0123456789abc");
    expect(text()).toBe("01234567…");
  });

  it("without a terminal writes plain lines, and not too many", () => {
    const { stream, text } = fakeStream(false);
    let now = 0;
    const terminal = openTerminal(stream, () => now);
    for (now = 0; now < 12_000; now += 250) terminal.status(`at ${now}`);
    terminal.clear();
    terminal.print("done");
    expect(text()).toBe("at 0\nat 5000\nat 10000\ndone\n");
  });
});
