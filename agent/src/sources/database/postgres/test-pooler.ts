/**
 * For tests: a pooler as PgBouncer is one in transaction mode. Each transaction may run in another session of the server, what one
 * leaves set is there for whoever comes next, and settings with the login are refused.
 */
import { connect, createServer, type AddressInfo, type Socket } from "node:net";

export interface TestPooler {
  port: number;
  /** Transactions that each session of the server had. */
  served: number[];
  /** Logins that were refused for the settings they asked for. */
  refused: number;
  close(): Promise<void>;
}

interface Upstream {
  socket: Socket;
  frames: Frames;
  client: Socket | null;
}

const SSL_REQUEST = 80_877_103;
const frame = (type: string, body: Buffer) => {
  const head = Buffer.alloc(5);
  head.write(type, 0, "latin1");
  head.writeInt32BE(body.length + 4, 1);
  return Buffer.concat([head, body]);
};
const text = (...words: string[]) => Buffer.from(words.map((word) => `${word}\0`).join(""));
const READY = frame("Z", Buffer.from("I"));

/** Cuts a stream into messages: a type and a length before each, or a length alone before the first of a client. */
class Frames {
  #rest = Buffer.alloc(0);

  *add(bytes: Buffer, isStart = false): Generator<Buffer, void, undefined> {
    this.#rest = Buffer.concat([this.#rest, bytes]);
    const at = isStart ? 0 : 1;
    while (this.#rest.length >= at + 4) {
      const length = at + this.#rest.readInt32BE(at);
      if (this.#rest.length < length) return;
      yield this.#rest.subarray(0, length);
      this.#rest = this.#rest.subarray(length);
      if (isStart) return;
    }
  }
}

/** `login` is for the pooler's own sessions. */
export async function startTestPooler(
  to: number,
  login: { user: string; password: string; database: string },
  sessions: number,
): Promise<TestPooler> {
  const upstreams = await Promise.all(Array.from({ length: sessions }, () => session(to, login)));
  const clients = new Set<Socket>();
  let next = 0;
  const server = createServer((client) => {
    clients.add(client);
    client.on("error", () => {});
    const frames = new Frames();
    let isIn = false;
    let mine: Upstream | null = null;
    client.on("data", (bytes: Buffer) => {
      if (!isIn) {
        for (const [start] of [[...frames.add(bytes, true)]]) {
          if (start?.readInt32BE(4) === SSL_REQUEST) client.write("N");
          else if (start?.includes("options\0")) {
            pooler.refused++;
            const fields = ["SFATAL", "C08P01", "Munsupported startup parameter: options"];
            client.end(frame("E", Buffer.concat([text(...fields), Buffer.from([0])])));
          } else if (start) {
            isIn = true;
            client.write(Buffer.concat([frame("R", Buffer.alloc(4)), frame("K", Buffer.alloc(8)), READY]));
          }
        }
        return;
      }
      for (const message of frames.add(bytes)) {
        if (message[0] === 0x58) return void client.end();
        if (mine?.client !== client) {
          // Another one each time, so that nothing holds that was left in a session.
          while (upstreams[next % sessions]?.client) next++;
          mine = upstreams[next % sessions] ?? null;
          pooler.served[next++ % sessions] = (pooler.served[(next - 1) % sessions] ?? 0) + 1;
          if (mine) mine.client = client;
        }
        mine?.socket.write(message);
      }
    });
  });
  for (const upstream of upstreams)
    upstream.socket.on("data", (bytes: Buffer) => {
      for (const message of upstream.frames.add(bytes)) {
        upstream.client?.write(message);
        if (message.equals(READY)) upstream.client = null;
      }
    });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const pooler: TestPooler = {
    port: (server.address() as AddressInfo).port,
    served: [],
    refused: 0,
    close() {
      for (const socket of clients) socket.destroy();
      for (const { socket } of upstreams) socket.destroy();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
  return pooler;
}

/** A session of the server, logged in and ready. */
function session(
  port: number,
  { user, password, database }: { user: string; password: string; database: string },
): Promise<Upstream> {
  return new Promise((resolve) => {
    const socket = connect(port, "127.0.0.1");
    const upstream: Upstream = { socket, frames: new Frames(), client: null };
    socket.on("error", () => {});
    const body = Buffer.concat([
      Buffer.from([0, 3, 0, 0]),
      text("user", user, "database", database),
      Buffer.from([0]),
    ]);
    socket.write(frame("", body).subarray(1));
    const onData = (bytes: Buffer) => {
      for (const message of upstream.frames.add(bytes)) {
        if (message[0] === 0x52 && message.readInt32BE(5) === 3) socket.write(frame("p", text(password)));
        if (!message.equals(READY)) continue;
        socket.off("data", onData);
        resolve(upstream);
      }
    };
    socket.on("data", onData);
  });
}
