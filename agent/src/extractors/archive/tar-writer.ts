/** A file for `tarOf`: `header` may change the header before its checksum is made. */
export interface TarFile {
  name: string;
  content: string | Buffer;
  type?: string;
  header?: (block: Buffer) => void;
  /** Blocks between the header and the content. */
  between?: Buffer;
}

/** Writes a TAR with ustar headers: for tests of what reads them. */
export function tarOf(files: readonly TarFile[]): Buffer {
  const blocks = files.flatMap(({ name, content, type = "0", header, between }) => {
    const body = Buffer.from(content);
    const block = Buffer.alloc(512);
    block.write(name, 0, 100);
    block.write("0000644\0", 100);
    block.write(octal(body.length, 11), 124);
    block.write(type, 156);
    block.write("ustar\0" + "00", 257);
    header?.(block);
    block.write("        ", 148);
    block.write(`${octal(sumOf(block), 6)}\0 `, 148);
    return [block, between ?? Buffer.alloc(0), body, Buffer.alloc((512 - (body.length % 512)) % 512)];
  });
  return Buffer.concat([...blocks, Buffer.alloc(1_024)]);
}

/** A pax extended header for the entry that follows. */
export function paxHeader(records: Record<string, string>): TarFile {
  const lines = Object.entries(records).map(([key, value]) => {
    const rest = ` ${key}=${value}\n`;
    let length = Buffer.byteLength(rest) + 1;
    while (String(length).length + Buffer.byteLength(rest) !== length) length++;
    return `${length}${rest}`;
  });
  return { name: "PaxHeader", content: lines.join(""), type: "x" };
}

export const octal = (value: number, digits: number) => value.toString(8).padStart(digits, "0");

const sumOf = (block: Buffer) => block.reduce((sum, byte) => sum + byte, 0);
