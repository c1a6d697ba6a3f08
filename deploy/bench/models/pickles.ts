const PROTO_4 = Buffer.from("\x80\x04]", "latin1");
const ITEMS = 1_000;

const short = (text: string) => Buffer.from(`\x8c${String.fromCharCode(text.length)}${text}`, "latin1");

/** A list of dictionaries of short texts and small numbers: as many opcodes a megabyte as pickles have. */
export function ofRecords(bytes: number): Buffer {
  return listOf(bytes, (i) =>
    Buffer.concat([
      Buffer.from("}(", "latin1"),
      short("name"),
      short(`record${i}`),
      short("count"),
      Buffer.from([0x4b, i & 0xff]),
      short("kind"),
      short("fictief"),
      Buffer.from("u", "latin1"),
    ]),
  );
}

/** A list of floating-point numbers, nine bytes each. */
export function ofNumbers(bytes: number): Buffer {
  return listOf(bytes, (i) => {
    const number = Buffer.alloc(9, 0x47);
    number.writeDoubleBE(Math.sin(i), 1);
    return number;
  });
}

/** A few long arrays, as weights are. */
export function ofArrays(bytes: number): Buffer {
  const size = 4 * 1024 * 1024;
  const head = Buffer.from("B\0\0\0\0", "latin1");
  head.writeUInt32LE(size, 1);
  const array = Buffer.alloc(size, 0xa5);
  const all = Array.from({ length: Math.max(1, Math.round(bytes / size)) }, () => [head, array]).flat();
  return Buffer.concat([PROTO_4, Buffer.from("("), ...all, Buffer.from("e.")]);
}

/** Appends a thousand at a time, as pickle does. */
function listOf(bytes: number, item: (i: number) => Buffer): Buffer {
  const batch = Buffer.concat([
    Buffer.from("("),
    ...Array.from({ length: ITEMS }, (_, i) => item(i)),
    Buffer.from("e"),
  ]);
  const times = Math.max(1, Math.round(bytes / batch.length));
  return Buffer.concat([PROTO_4, ...Array.from({ length: times }, () => batch), Buffer.from(".")]);
}
