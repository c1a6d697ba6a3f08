/** For tests: a way to a server that can be cut, or go silent, and that counts who comes. */
import { connect, createServer, type AddressInfo, type Socket } from "node:net";

export interface TestProxy {
  port: number;
  /** Connections so far. */
  count: number;
  /** Ends every connection, as a cable does that is pulled and a firewall that says so. */
  cut(): void;
  /** From now on nothing comes through any more, and nothing is said of it. */
  mute(): void;
  close(): Promise<void>;
}

export async function startTestProxy(to: number): Promise<TestProxy> {
  const sockets = new Set<Socket>();
  let isMute = false;
  const keep = (socket: Socket) => {
    sockets.add(socket);
    socket.on("error", () => {});
    socket.once("close", () => sockets.delete(socket));
  };
  const server = createServer((client) => {
    proxy.count++;
    const upstream = connect(to, "127.0.0.1");
    keep(client);
    keep(upstream);
    if (isMute) return;
    client.pipe(upstream);
    upstream.pipe(client);
    client.once("close", () => upstream.destroy());
    upstream.once("close", () => client.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const proxy: TestProxy = {
    port: (server.address() as AddressInfo).port,
    count: 0,
    cut() {
      for (const socket of sockets) socket.resetAndDestroy();
    },
    mute() {
      isMute = true;
      for (const socket of sockets) socket.unpipe().pause();
    },
    close() {
      for (const socket of sockets) socket.destroy();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
  return proxy;
}
