import CFB from "cfb";

/** For tests: a message as Outlook writes it ([MS-OXMSG]): a stream for each long property, one for all short ones. */
export interface MsgSpec {
  /** By number and type, such as `0037001F`. */
  strings?: Record<string, string>;
  binaries?: Record<string, Uint8Array>;
  /** 32-bit numbers, by number and type. */
  numbers?: Record<string, number>;
  times?: Record<string, Date>;
  recipients?: MsgSpec[];
  attachments?: (MsgSpec & { embedded?: MsgSpec })[];
}

export function writeMsg(spec: MsgSpec): Buffer {
  const file = CFB.utils.cfb_new({ root: "R" });
  CFB.utils.cfb_del(file, "/\u0001Sh33tJ5");
  addStorage(file, "/", spec, 32);
  return Buffer.from(CFB.write(file, { type: "buffer", fileType: "cfb" }) as Uint8Array);
}

function addStorage(file: CFB.CFB$Container, path: string, spec: MsgSpec, headerBytes: number): void {
  const add = (name: string, content: Uint8Array) =>
    CFB.utils.cfb_add(file, `${path}${name}`, Buffer.from(content));
  const entries: Buffer[] = [];
  const entry = (tag: string, value: (entry: Buffer) => void) => {
    const bytes = Buffer.alloc(16);
    bytes.writeUInt16LE(Number.parseInt(tag.slice(4), 16), 0);
    bytes.writeUInt16LE(Number.parseInt(tag.slice(0, 4), 16), 2);
    bytes.writeUInt32LE(6, 4);
    value(bytes);
    entries.push(bytes);
  };
  const long: [string, Uint8Array][] = [
    ...Object.entries(spec.strings ?? {}).map(([tag, text]): [string, Uint8Array] => [
      tag,
      Buffer.from(text, tag.endsWith("1F") ? "utf16le" : "latin1"),
    ]),
    ...Object.entries(spec.binaries ?? {}),
  ];
  for (const [tag, bytes] of long) {
    add(`__substg1.0_${tag}`, bytes);
    entry(tag, (into) => into.writeUInt32LE(bytes.length, 8));
  }
  for (const [tag, number] of Object.entries(spec.numbers ?? {}))
    entry(tag, (into) => into.writeUInt32LE(number, 8));
  for (const [tag, time] of Object.entries(spec.times ?? {}))
    entry(tag, (into) =>
      into.writeBigUInt64LE(BigInt(time.getTime()) * 10_000n + 116_444_736_000_000_000n, 8),
    );
  const numbered = (index: number) => `#${index.toString(16).padStart(8, "0").toUpperCase()}`;
  for (const [index, one] of (spec.recipients ?? []).entries())
    addStorage(file, `${path}__recip_version1.0_${numbered(index)}/`, one, 8);
  for (const [index, one] of (spec.attachments ?? []).entries()) {
    const inner = `${path}__attach_version1.0_${numbered(index)}/`;
    addStorage(file, inner, one, 8);
    if (one.embedded) addStorage(file, `${inner}__substg1.0_3701000D/`, one.embedded, 24);
  }
  const header = Buffer.alloc(headerBytes);
  if (headerBytes > 8) {
    header.writeUInt32LE(spec.recipients?.length ?? 0, 8);
    header.writeUInt32LE(spec.attachments?.length ?? 0, 12);
    header.writeUInt32LE(spec.recipients?.length ?? 0, 16);
    header.writeUInt32LE(spec.attachments?.length ?? 0, 20);
  }
  add("__properties_version1.0", Buffer.concat([header, ...entries]));
}
