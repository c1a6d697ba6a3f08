/** What properties are called in words, by their numbers ([MS-OXPROPS]); several may share one. */
const GROUPS: readonly [label: string, ...ids: number[]][] = [
  ["Last name", 0x3a11],
  ["First name", 0x3a06],
  ["Middle name", 0x3a44],
  ["Nickname", 0x3a4f],
  ["Name", 0x3001, 0x0040, 0x0044, 0x3ff8, 0x3ffa],
  ["Title", 0x3a45],
  ["Job title", 0x3a17],
  ["Company", 0x3a16],
  ["Department", 0x3a18],
  ["Manager", 0x3a4e],
  ["Assistant", 0x3a30],
  ["Spouse", 0x3a48],
  ["Child", 0x3a58],
  ["Government ID number", 0x3a07],
  ["Employee number", 0x3a10],
  [
    "Phone",
    0x3a08,
    0x3a09,
    0x3a1a,
    0x3a1b,
    0x3a1c,
    0x3a1d,
    0x3a1e,
    0x3a1f,
    0x3a21,
    0x3a2d,
    0x3a2e,
    0x3a2f,
    0x3a02,
  ],
  ["Fax", 0x3a23, 0x3a24, 0x3a25],
  ["Email", 0x3003, 0x39fe, 0x0076, 0x0078, 0x1046, 0x5d07, 0x5d08, 0x5d0a],
  ["Reply to", 0x0050],
  ["Address", 0x3a15],
  ["Street", 0x3a29, 0x3a5d, 0x3a63],
  ["Postal code", 0x3a2a, 0x3a5b, 0x3a61],
  ["City", 0x3a27, 0x3a59, 0x3a5f],
  ["State", 0x3a28, 0x3a5c, 0x3a62],
  ["Country", 0x3a26, 0x3a5a, 0x3a60],
  ["Location", 0x3a0d],
];

export const MAPI_LABELS: ReadonlyMap<number, string> = new Map(
  GROUPS.flatMap(([label, ...ids]) => ids.map((id): [number, string] => [id, label])),
);

/** Whether a string without a label may say something of a person: the others are classes, kinds of addresses, identifiers. */
export function mayBePersonal(id: number): boolean {
  return (id >= 0x3a00 && id <= 0x3aff) || id >= FIRST_NAMED;
}

/** From here on programs number properties of their own. */
const FIRST_NAMED = 0x8000;
