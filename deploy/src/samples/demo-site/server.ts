/** Serves the sample shop on this machine, with the other sites that its pages load from. */
import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { demoPages, type DemoReply, demoThirdParty } from "./pages.ts";

export interface DemoSite {
  /** The shop's address. */
  url: string;
  /** All its hosts with their port, as an agent's policy lists them. */
  hosts: readonly string[];
  close(): Promise<void>;
}

/** Names below localhost are this machine to every browser (RFC 6761), and other sites to each other. */
const SHOP = "fictief-fietsen.localhost";
const METRICS = "teller.meetbureau.localhost";
const ADVERTS = "pixel.reclamenet.localhost";

/** `port` 0: any that is free. */
export async function startDemoSite(port = 0): Promise<DemoSite> {
  let pages: Readonly<Record<string, DemoReply>> = {};
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? "/", "http://localhost");
    const [host] = (request.headers.host ?? "").split(":");
    const reply = host === METRICS || host === ADVERTS ? demoThirdParty(pathname) : pages[pathname];
    if (!reply) return void response.writeHead(404, { "content-type": "text/plain" }).end("Niet gevonden.\n");
    response.setHeader("content-type", reply.type);
    if (reply.cookies && reply.cookies.length > 0) response.setHeader("set-cookie", [...reply.cookies]);
    response.end(reply.type === "image/gif" ? Buffer.from(reply.body, "latin1") : reply.body);
  });
  server.listen(port, "127.0.0.1");
  await once(server, "listening");
  const at = (host: string) => `${host}:${(server.address() as AddressInfo).port}`;
  pages = demoPages({ metrics: at(METRICS), adverts: at(ADVERTS) });
  return {
    url: `http://${at(SHOP)}/`,
    hosts: [SHOP, METRICS, ADVERTS].map(at),
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
}
