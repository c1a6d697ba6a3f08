/** The one way from a website scan to the network: each connection is judged by the address that it then goes to. */
import { connect as connectTo, type Socket } from "node:net";
import type { HostEntry } from "../../../policy/host.ts";
import { type Destination, judgeAddresses, readDestination, type Standing } from "./destination.ts";
import { type Refusal, RefusalCounter, RefusedError, REFUSALS } from "./refusals.ts";
import { type Resolve, resolveHere } from "./resolve.ts";
import { tunnelThrough } from "./upstream.ts";

export interface NetworkLimits {
  connections: number;
  connectMs: number;
  /** A connection on which nothing moves for so long is ended. */
  idleMs: number;
  connectionMs: number;
  connectionBytes: number;
  /** Of all connections together. */
  totalBytes: number;
}

const NETWORK_LIMITS: NetworkLimits = {
  connections: 256,
  connectMs: 10_000,
  idleMs: 60_000,
  connectionMs: 10 * 60_000,
  connectionBytes: 256 * 1024 ** 2,
  totalBytes: 8 * 1024 ** 3,
};

export interface GuardSettings {
  /** Hosts that may lie inside this network: those of the agent's policy, or the one that a person typed. */
  listed: readonly HostEntry[];
  /** The company's proxy for an address, or null to go there directly. */
  upstream?: (url: URL) => string | null;
  /** The agent's own proxy, which holds its policy's bandwidth: goes to the addresses that were judged here. */
  paced?: string | undefined;
  resolve?: Resolve;
  limits?: Partial<NetworkLimits>;
}

/** Where a job's process finds `paced`. */
export const PACED_PROXY = "DATAGUARDIAN_PACED_PROXY";

/** A name has more addresses than anyone waits for. */
const MAX_TRIES = 4;
const METER_MS = 100;

export class NetworkGuard {
  /** Of the browser's connections: whoever fetches something itself counts what comes of it. */
  readonly refusals = new RefusalCounter();
  readonly #listed: readonly HostEntry[];
  readonly #upstream: (url: URL) => string | null;
  readonly #paced: URL | null;
  readonly #resolve: Resolve;
  readonly #limits: NetworkLimits;
  readonly #standings = new Map<string, Standing>();
  readonly #open = new Map<Socket, { place: string; counter: RefusalCounter | null }>();
  #opening = 0;
  #meter: NodeJS.Timeout | undefined;
  #closedBytes = 0;
  #spent = false;
  #closed = false;

  constructor({ listed, upstream = () => null, paced, resolve = resolveHere, limits }: GuardSettings) {
    this.#paced = paced === undefined ? null : new URL(paced);
    this.#listed = listed;
    this.#upstream = upstream;
    this.#resolve = resolve;
    this.#limits = { ...NETWORK_LIMITS, ...limits };
  }

  /** Throws `RefusedError`. `scheme` decides on the proxy, and nothing else. */
  async open(host: string, port: number, scheme: "http:" | "https:"): Promise<Socket> {
    return this.#connect(host, port, scheme, null);
  }

  /** The same for the browser: a refusal is counted here, since nobody else gets to know of it. */
  async openForBrowser(host: string, port: number, scheme: "http:" | "https:"): Promise<Socket> {
    return this.#connect(host, port, scheme, this.refusals);
  }

  async #connect(
    host: string,
    port: number,
    scheme: "http:" | "https:",
    counter: RefusalCounter | null,
  ): Promise<Socket> {
    const place = `${host}:${port}`;
    try {
      const { destination, addresses } = await this.#check(host, port);
      const proxy = this.#proxyFor(destination, scheme);
      if (this.#open.size + this.#opening >= this.#limits.connections)
        throw new RefusedError(REFUSALS.tooMany);
      this.#opening++;
      try {
        const socket =
          proxy === null
            ? await this.#connectToOne(addresses, port)
            : await tunnelThrough(proxy, destination, this.#limits.connectMs);
        return this.#watch(socket, place, counter);
      } finally {
        this.#opening--;
      }
    } catch (error) {
      const reason = error instanceof RefusedError ? error.reason : REFUSALS.unreachable;
      counter?.add(reason, place);
      throw error instanceof RefusedError ? error : new RefusedError(reason);
    }
  }

  /**
   * The company's proxy for a request in plain http, which such proxies want whole; null where there is none and `open`
   * goes there directly. Throws as `open` does.
   */
  async plainProxyFor(host: string, port: number): Promise<URL | null> {
    const destination = readDestination(host, port);
    const proxy = destination === null ? null : this.#proxyFor(destination, "http:");
    if (proxy === null) return null;
    try {
      await this.#check(host, port);
      return proxy;
    } catch (error) {
      if (error instanceof RefusedError) this.refusals.add(error.reason, `${host}:${port}`);
      throw error;
    }
  }

  /** A connection to the proxy itself, which the agent's config names; watched like every other. */
  async openToProxy(proxy: URL): Promise<Socket> {
    const port = Number(proxy.port || (proxy.protocol === "https:" ? 443 : 80));
    const socket = await tunnelThrough(proxy, null, this.#limits.connectMs);
    return this.#watch(socket, `${proxy.hostname}:${port}`, this.refusals);
  }

  /** Ends every connection; later ones are refused. */
  close(): void {
    this.#closed = true;
    clearInterval(this.#meter);
    for (const socket of this.#open.keys()) socket.destroy();
  }

  /** Looks the host up and judges what comes back. Throws `RefusedError`. */
  async #check(
    host: string,
    port: number,
  ): Promise<{ destination: Destination; addresses: readonly string[] }> {
    if (this.#closed) throw new RefusedError(REFUSALS.closed);
    if (this.#spent) throw new RefusedError(REFUSALS.tooMuch);
    const destination = readDestination(host, port);
    if (destination === null) throw new RefusedError(REFUSALS.host);
    const addresses = await within(
      this.#resolve(destination.host),
      this.#limits.connectMs,
      REFUSALS.unknownHost,
    );
    const hasProxy = this.#proxyFor(destination, "https:") !== null;
    // Behind a company's proxy the outside's names are often known to the proxy alone, which has its own list.
    if (addresses.length === 0 && hasProxy && destination.host.includes("."))
      return { destination, addresses };
    const before = this.#standings.get(destination.host);
    const verdict = judgeAddresses(destination, addresses, this.#listed, before);
    if (!verdict.ok) throw new RefusedError(verdict.reason);
    if (before === undefined) this.#standings.set(destination.host, verdict.standing);
    return { destination, addresses };
  }

  #proxyFor({ host, port }: Destination, scheme: "http:" | "https:"): URL | null {
    const bare = host.includes(":") ? `[${host}]` : host;
    const proxy = this.#upstream(new URL(`${scheme}//${bare}:${port}/`));
    return proxy === null ? null : new URL(proxy);
  }

  async #connectToOne(addresses: readonly string[], port: number): Promise<Socket> {
    let reason: Refusal = REFUSALS.unreachable;
    for (const address of addresses.slice(0, MAX_TRIES)) {
      try {
        if (this.#paced === null) return await connected(address, port, this.#limits.connectMs);
        return await tunnelThrough(this.#paced, { host: address, port }, this.#limits.connectMs);
      } catch (error) {
        if (error instanceof RefusedError) reason = error.reason;
      }
    }
    throw new RefusedError(reason);
  }

  #watch(socket: Socket, place: string, counter: RefusalCounter | null): Socket {
    const { idleMs, connectionMs } = this.#limits;
    if (this.#closed) {
      socket.destroy();
      throw new RefusedError(REFUSALS.closed);
    }
    this.#open.set(socket, { place, counter });
    this.#meter ??= setInterval(() => this.#read(), METER_MS).unref();
    // Browsers keep connections for later that have said all they had to say: that is no fault of anyone's.
    const rest = () => (socket.bytesRead > 0 ? socket.destroy() : this.#end(socket, REFUSALS.timeout));
    socket.setTimeout(idleMs, rest);
    const tooLong = setTimeout(rest, connectionMs).unref();
    // Someone listens, so that the error of an ended connection is not one of the process.
    socket.on("error", () => {});
    socket.once("close", () => {
      clearTimeout(tooLong);
      this.#open.delete(socket);
      this.#closedBytes += socket.bytesRead;
    });
    return socket;
  }

  /** Reads the meters. A listener for the bytes would not see those that TLS takes from the socket below it. */
  #read(): void {
    let total = this.#closedBytes;
    for (const socket of this.#open.keys()) total += socket.bytesRead;
    for (const socket of this.#open.keys())
      if (total > this.#limits.totalBytes || socket.bytesRead > this.#limits.connectionBytes)
        this.#end(socket, REFUSALS.tooMuch);
    if (total > this.#limits.totalBytes) this.#spent = true;
    if (this.#open.size > 0) return;
    clearInterval(this.#meter);
    this.#meter = undefined;
  }

  #end(socket: Socket, reason: Refusal): void {
    const open = this.#open.get(socket);
    if (socket.destroyed || open === undefined) return;
    open.counter?.add(reason, open.place);
    socket.destroy(new RefusedError(reason));
  }
}

function connected(address: string, port: number, timeoutMs: number): Promise<Socket> {
  return new Promise((resolve, reject) => {
    const socket = connectTo({ host: address, port, noDelay: true });
    const timer = setTimeout(() => fail(REFUSALS.timeout), timeoutMs);
    const fail = (reason: Refusal) => {
      clearTimeout(timer);
      socket.destroy();
      reject(new RefusedError(reason));
    };
    socket.once("error", () => fail(REFUSALS.unreachable));
    socket.once("connect", () => {
      clearTimeout(timer);
      socket.removeAllListeners("error");
      resolve(socket);
    });
  });
}

function within<T>(promise: Promise<T>, ms: number, reason: Refusal): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new RefusedError(reason)), ms);
  });
  return Promise.race([promise, late]).finally(() => clearTimeout(timer));
}
