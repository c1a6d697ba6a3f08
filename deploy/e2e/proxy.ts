/** A TCP proxy that goes wrong on request: cut, half-open, or deaf to WebSockets alone. */
import { once } from "node:events";
import { type AddressInfo, connect, createServer, type Server, type Socket } from "node:net";
import { clientFrames } from "./websocket-frames.ts";

/** One direction of a connection. Held bytes are kept in order, and the end of the stream after them. */
class Flow {
  readonly #to: Socket;
  #held: Buffer[] = [];
  #isHeld = false;
  #hasEnded = false;
  /** Everything that came this way. */
  seen: Buffer = Buffer.alloc(0);

  constructor(from: Socket, to: Socket) {
    this.#to = to;
    from.on("data", (data: Buffer) => {
      this.seen = Buffer.concat([this.seen, data]);
      if (this.#isHeld) this.#held.push(data);
      else to.write(data);
    });
    from.on("close", () => {
      this.#hasEnded = true;
      if (!this.#isHeld) to.end();
    });
    from.on("error", () => {});
  }

  hold(): void {
    this.#isHeld = true;
  }

  release(): void {
    this.#isHeld = false;
    for (const data of this.#held.splice(0)) this.#to.write(data);
    if (this.#hasEnded) this.#to.end();
  }

  get held(): Buffer {
    return Buffer.concat(this.#held);
  }
}

interface Connection {
  client: Socket;
  server: Socket;
  up: Flow;
  down: Flow;
}

type Trouble = "none" | "refuse" | "half-open" | "websocket-up" | "websocket-down";

export class TcpProxy {
  readonly #server: Server;
  readonly #connections = new Set<Connection>();
  readonly #target: URL;
  #trouble: Trouble = "none";

  private constructor(server: Server, target: URL) {
    this.#server = server;
    this.#target = target;
    server.on("connection", (client) => this.#accept(client));
  }

  static async start(target: string): Promise<TcpProxy> {
    const server = createServer();
    server.listen(0, "127.0.0.1");
    await once(server, "listening");
    return new TcpProxy(server, new URL(target));
  }

  get url(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  /** Ends every connection with a reset, and every new one at once. */
  cut(): void {
    this.#trouble = "refuse";
    this.dropAll();
  }

  /** Ends what is open and lets new connections through. */
  dropAll(): void {
    for (const { client, server } of this.#connections) {
      client.destroy();
      server.destroy();
    }
    this.#connections.clear();
  }

  /** Nothing gets through any more in either direction, and neither side is told. */
  halfOpen(): void {
    this.#trouble = "half-open";
    for (const { up, down } of this.#connections) {
      up.hold();
      down.hold();
    }
  }

  /** Holds what the agent says on WebSockets that are open; its HTTP requests go through. */
  holdWebSocketUp(): void {
    this.#trouble = "websocket-up";
    for (const { up } of this.#webSockets()) up.hold();
  }

  /** Holds what the hub says on WebSockets that are open. */
  holdWebSocketDown(): void {
    this.#trouble = "websocket-down";
    for (const { down } of this.#webSockets()) down.hold();
  }

  /** Everything that was held arrives now, late, in order. */
  heal(): void {
    this.#trouble = "none";
    for (const { up, down } of this.#connections) {
      up.release();
      down.release();
    }
  }

  /** The agent's frames that are held back. */
  get heldFrames(): string[] {
    return [...this.#webSockets()].flatMap(({ up }) => clientFrames(up.held));
  }

  /** What the hub has said on all WebSockets so far, as it came. */
  get hubText(): string {
    return this.#hubSaid + [...this.#webSockets()].map(({ down }) => down.seen.toString("utf8")).join("");
  }
  #hubSaid = "";

  async stop(): Promise<void> {
    this.dropAll();
    this.#server.close();
    await once(this.#server, "close");
  }

  *#webSockets(): Iterable<Connection> {
    for (const connection of this.#connections) {
      if (/^upgrade: websocket/im.test(connection.up.seen.subarray(0, 4_096).toString("latin1")))
        yield connection;
    }
  }

  #accept(client: Socket): void {
    if (this.#trouble === "refuse") {
      client.on("error", () => {});
      client.resetAndDestroy();
      return;
    }
    const server = connect(Number(this.#target.port), this.#target.hostname);
    const connection = { client, server, up: new Flow(client, server), down: new Flow(server, client) };
    if (this.#trouble === "half-open") {
      connection.up.hold();
      connection.down.hold();
    }
    this.#connections.add(connection);
    server.on("close", () => {
      this.#hubSaid += connection.down.seen.toString("utf8");
      this.#connections.delete(connection);
    });
  }
}
