/** For tests: a server that speaks enough of MongoDB's wire protocol for the real driver to read collections from. */
import { createServer, type AddressInfo, type Socket } from "node:net";
import { BSON, type Document } from "mongodb";

export type Collections = Readonly<Record<string, readonly Document[]>>;

export interface FakeServer {
  port: number;
  /** What it was asked, without greetings. */
  asked: Document[];
  stop(): Promise<void>;
}

const OP_REPLY = 1;
const OP_QUERY = 2004;
const OP_MSG = 2013;
const HELLO = {
  isWritablePrimary: true,
  ismaster: true,
  maxBsonObjectSize: 16_777_216,
  maxMessageSizeBytes: 48_000_000,
  maxWriteBatchSize: 100_000,
  minWireVersion: 0,
  maxWireVersion: 25,
  logicalSessionTimeoutMinutes: 30,
  readOnly: false,
  ok: 1,
};

/** `refuse`: what a command is answered with instead. */
export async function startFakeServer(
  databases: Readonly<Record<string, Collections>>,
  refuse: (command: Document) => Document | undefined = () => undefined,
): Promise<FakeServer> {
  const asked: Document[] = [];
  const cursors = new Map<number, Document[]>();
  const sockets = new Set<Socket>();

  const firstBatch = (documents: readonly Document[], ns: string, size: number): Document => {
    const rest = documents.slice(size);
    const id = rest.length === 0 ? 0 : cursors.size + 1;
    if (id !== 0) cursors.set(id, rest);
    return { cursor: { id: BSON.Long.fromNumber(id), ns, firstBatch: documents.slice(0, size) }, ok: 1 };
  };
  const answer = (command: Document): Document => {
    const [name = ""] = Object.keys(command);
    const database = databases[String(command["$db"])] ?? {};
    const collection = String(command["collection"] ?? command[name]);
    const of = database[collection] ?? [];
    const ns = `${String(command["$db"])}.${collection}`;
    const size = Number(command["batchSize"] ?? command["cursor"]?.batchSize ?? 101);
    switch (name) {
      case "hello":
      case "ismaster":
      case "isMaster":
        return HELLO;
      case "buildInfo":
        return { version: "8.0.0-fake", ok: 1 };
      case "connectionStatus":
        return { authInfo: { authenticatedUsers: [], authenticatedUserRoles: [] }, ok: 1 };
      case "listDatabases":
        return { databases: [...Object.keys(databases), "admin"].map((one) => ({ name: one })), ok: 1 };
      case "listCollections":
        return firstBatch(
          [...Object.keys(database), "system.views"].map((one) => ({ name: one, type: "collection" })),
          ns,
          100,
        );
      case "count":
        return { n: of.length, ok: 1 };
      case "find": {
        const sorted =
          command["sort"] && Object.values(command["sort"] as Document)[0] === -1 ? of.toReversed() : of;
        return firstBatch(command["limit"] ? sorted.slice(0, Number(command["limit"])) : sorted, ns, size);
      }
      case "aggregate":
        return firstBatch(of.slice(0, Number(command["pipeline"][0].$sample.size)), ns, size);
      case "getMore": {
        const id = Number(command["getMore"]);
        const rest = cursors.get(id) ?? [];
        cursors.set(id, rest.slice(size));
        const isLast = rest.length <= size;
        return {
          cursor: { id: BSON.Long.fromNumber(isLast ? 0 : id), ns, nextBatch: rest.slice(0, size) },
          ok: 1,
        };
      }
      default:
        return { ok: 1 };
    }
  };

  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on("error", () => {});
    socket.on("close", () => sockets.delete(socket));
    let waiting = Buffer.alloc(0);
    socket.on("data", (data) => {
      waiting = Buffer.concat([waiting, data]);
      while (waiting.length >= 4 && waiting.length >= waiting.readInt32LE(0)) {
        const message = waiting.subarray(0, waiting.readInt32LE(0));
        waiting = waiting.subarray(message.length);
        const command = commandOf(message);
        const [name = ""] = Object.keys(command);
        if (!/^(?:hello|ismaster)$/i.test(name)) asked.push(command);
        socket.write(reply(message, refuse(command) ?? answer(command)));
      }
    });
  });
  await new Promise<void>((resolve) => {
    server.listen(0, "127.0.0.1", resolve);
  });
  return {
    port: (server.address() as AddressInfo).port,
    asked,
    async stop() {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function commandOf(message: Buffer): Document {
  // The first greeting comes in the old form: flags, a name that ends in zero, two numbers, the document.
  const at = message.readInt32LE(12) === OP_QUERY ? message.indexOf(0, 20) + 9 : 21;
  return BSON.deserialize(message.subarray(at, at + message.readInt32LE(at)));
}

function reply(to: Buffer, document: Document): Buffer {
  const body = BSON.serialize(document);
  const isOld = to.readInt32LE(12) === OP_QUERY;
  const between = Buffer.alloc(isOld ? 20 : 5);
  if (isOld) between.writeInt32LE(1, 16);
  const header = Buffer.alloc(16);
  header.writeInt32LE(16 + between.length + body.length, 0);
  header.writeInt32LE(to.readInt32LE(4), 8);
  header.writeInt32LE(isOld ? OP_REPLY : OP_MSG, 12);
  return Buffer.concat([header, between, body]);
}
