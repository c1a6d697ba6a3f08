/** For tests: a server that speaks enough of TDS 7.4 (MS-TDS) for the real driver to log in, ask, read rows and cancel. */
import { createServer, type AddressInfo, type Socket } from "node:net";

type Cell = string | number | Uint8Array | null;

/** Rows under names of columns, an error of the server's, or rows without an end. */
export type Answer =
  | { rows: readonly Readonly<Record<string, Cell>>[]; isEndless?: true }
  | { error: number };

export interface FakeServer {
  port: number;
  asked: string[];
  /** How often it was told to stop. */
  attentions: number;
  stop(): Promise<void>;
}

const LOGIN = 0x10;
const PRELOGIN = 0x12;
const ATTENTION = 0x06;
const ROWS_AT_ONCE = 20;

/** `answer`: null for a statement with no rows, such as a setting. */
export async function startFakeServer(
  answer: (sql: string) => Answer | null,
  loginError?: number,
): Promise<FakeServer> {
  const sockets = new Set<Socket>();
  const fake: FakeServer = { port: 0, asked: [], attentions: 0, stop: async () => {} };

  const respond = (socket: Socket, said: Answer | null) => {
    if (said === null) return socket.write(packet(done()));
    if ("error" in said) return socket.write(packet(Buffer.concat([errorToken(said.error), done(2)])));
    const [first] = said.rows;
    const columns = metadata(first ?? { none: null });
    const rows = Buffer.concat(said.rows.map(rowToken));
    if (!said.isEndless)
      return socket.write(packet(Buffer.concat([columns, rows, done(0x10, said.rows.length)])));
    socket.write(packet(columns, false));
    const more = () => {
      if (socket.destroyed || cancelled.has(socket)) return;
      let hasRoom = true;
      for (let i = 0; i < ROWS_AT_ONCE; i++) hasRoom = socket.write(packet(rows, false));
      if (hasRoom) setImmediate(more);
      else socket.once("drain", more);
    };
    cancelled.delete(socket);
    return more();
  };
  const cancelled = new WeakSet<Socket>();

  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on("error", () => {});
    let waiting = Buffer.alloc(0);
    let request: Buffer[] = [];
    socket.on("data", (data) => {
      waiting = Buffer.concat([waiting, data]);
      while (waiting.length >= 8 && waiting.length >= waiting.readUInt16BE(2)) {
        const message = waiting.subarray(0, waiting.readUInt16BE(2));
        waiting = waiting.subarray(message.length);
        request.push(message.subarray(8));
        // It goes on in another packet.
        if (((message[1] ?? 0) & 1) === 0) continue;
        const body = Buffer.concat(request);
        request = [];
        if (message[0] === PRELOGIN) socket.write(packet(prelogin()));
        else if (message[0] === LOGIN)
          socket.write(
            packet(
              loginError === undefined
                ? Buffer.concat([loginAck(), done()])
                : Buffer.concat([errorToken(loginError), done(2)]),
            ),
          );
        else if (message[0] === ATTENTION) {
          fake.attentions++;
          cancelled.add(socket);
          // What was being sent ends; that it was told to stop is a message of its own.
          socket.write(packet(done()));
          socket.write(packet(done(0x20)));
        } else {
          // The statement stands somewhere in it, as UTF-16.
          const sql = body.toString("utf16le", body.readUInt32LE(0));
          fake.asked.push(sql);
          respond(socket, answer(sql));
        }
      }
    });
  });
  await new Promise<void>((resolve) => {
    server.listen(0, "127.0.0.1", resolve);
  });
  fake.port = (server.address() as AddressInfo).port;
  fake.stop = async () => {
    for (const socket of sockets) socket.destroy();
    await new Promise((resolve) => server.close(resolve));
  };
  return fake;
}

function packet(data: Buffer, isLast = true): Buffer {
  const header = Buffer.from([0x04, isLast ? 1 : 0, 0, 0, 0, 0, 1, 0]);
  header.writeUInt16BE(8 + data.length, 2);
  return Buffer.concat([header, data]);
}

/** A version, and that there is no encryption. */
const prelogin = () => Buffer.from([0, 0, 11, 0, 6, 1, 0, 17, 0, 1, 0xff, 16, 0, 0, 0, 0, 0, 2]);

const short = (n: number) => Buffer.from([n & 0xff, (n >> 8) & 0xff]);
const long = (n: number) => Buffer.from([n & 0xff, (n >> 8) & 0xff, (n >> 16) & 0xff, (n >> 24) & 0xff]);
const wide = (text: string) => Buffer.from(text, "utf16le");
const named = (text: string) => Buffer.concat([Buffer.from([text.length]), wide(text)]);

function token(kind: number, body: Buffer): Buffer {
  return Buffer.concat([Buffer.from([kind]), short(body.length), body]);
}

const loginAck = () =>
  token(0xad, Buffer.concat([Buffer.from([1, 0x74, 0, 0, 4]), named("fake"), Buffer.from([16, 0, 0, 0])]));

const errorToken = (number: number) => {
  const text = "a message with a value, bsn 231480003";
  return token(
    0xaa,
    Buffer.concat([
      long(number),
      Buffer.from([1, 14]),
      short(text.length),
      wide(text),
      named(""),
      named(""),
      long(1),
    ]),
  );
};

const done = (status = 0, rows = 0) =>
  Buffer.concat([Buffer.from([0xfd]), short(status), short(0xc1), long(rows), long(0)]);

/** Numbers are FLOAT, bytes VARBINARY(8000), and everything else NVARCHAR(4000). */
function metadata(row: Readonly<Record<string, Cell>>): Buffer {
  const columns = Object.entries(row).map(([name, value]) => {
    const type =
      typeof value === "number"
        ? Buffer.from([0x6d, 8])
        : value instanceof Uint8Array
          ? Buffer.concat([Buffer.from([0xa5]), short(8000)])
          : Buffer.concat([Buffer.from([0xe7]), short(8000), Buffer.from([9, 4, 0xd0, 0, 0x34])]);
    return Buffer.concat([long(0), short(1), type, named(name)]);
  });
  return Buffer.concat([Buffer.from([0x81]), short(columns.length), ...columns]);
}

function rowToken(row: Readonly<Record<string, Cell>>): Buffer {
  const cells = Object.values(row).map((value) => {
    if (typeof value === "number") {
      const cell = Buffer.alloc(9);
      cell[0] = 8;
      cell.writeDoubleLE(value, 1);
      return cell;
    }
    if (value === null) return short(0xffff);
    const bytes = typeof value === "string" ? wide(value) : Buffer.from(value);
    return Buffer.concat([short(bytes.length), bytes]);
  });
  return Buffer.concat([Buffer.from([0xd1]), ...cells]);
}
