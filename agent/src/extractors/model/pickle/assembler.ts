import { OP, type OpName } from "./opcodes.ts";

type Piece = OpName | Uint8Array | string;

/** For tests: puts a pickle together of opcodes' names and of what stands behind them. */
export function assembled(...pieces: readonly Piece[]): Buffer {
  return Buffer.concat(
    pieces.map((piece) =>
      typeof piece !== "string"
        ? piece
        : piece in OP
          ? Buffer.of(OP[piece as OpName])
          : Buffer.from(piece, "latin1"),
    ),
  );
}

export const proto = (version: number): Buffer => Buffer.of(OP.PROTO, version);

/** A short text of protocol 4. */
export const short = (text: string): Buffer =>
  Buffer.concat([Buffer.of(OP.SHORT_BINUNICODE, Buffer.byteLength(text)), Buffer.from(text)]);

export function binBytes(bytes: Uint8Array): Buffer {
  const head = Buffer.of(OP.BINBYTES, 0, 0, 0, 0);
  head.writeUInt32LE(bytes.length, 1);
  return Buffer.concat([head, bytes]);
}

export const global = (module: string, name: string): Buffer =>
  Buffer.concat([Buffer.of(OP.GLOBAL), Buffer.from(`${module}\n${name}\n`)]);

/** `module.name(text)`, as an object that is pickled by a reduction has it. */
export const calling = (module: string, name: string, text = "x"): Buffer =>
  assembled(proto(4), short(module), short(name), "STACK_GLOBAL", short(text), "TUPLE1", "REDUCE", "STOP");
