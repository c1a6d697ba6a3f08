/** For tests: small sites on this machine, with certificates of their own. */
import { execFileSync } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createServer, type RequestListener, type Server } from "node:http";
import { createServer as createSecureServer, type ServerOptions } from "node:https";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";

export interface TestSite {
  origin: string;
  port: number;
  server: Server;
  close(): Promise<void>;
}

export async function testSite(answer: RequestListener, secured?: ServerOptions): Promise<TestSite> {
  const server = secured ? createSecureServer(secured, answer) : createServer(answer);
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  return {
    origin: `${secured ? "https" : "http"}://localhost:${port}`,
    port,
    server,
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
}

/** A certificate that signs itself, and its key, as PEM. With 0 days it is over a second later. */
export function certificate(names = "DNS:localhost", days = 2): { key: string; cert: string } {
  const dir = mkdtempSync(join(tmpdir(), "dg-cert-"));
  const openssl = (...args: string[]) => execFileSync("openssl", args, { stdio: "ignore" });
  try {
    const [key, cert, request] = [join(dir, "key.pem"), join(dir, "cert.pem"), join(dir, "request.pem")];
    const ec = ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1"];
    const subject = ["-subj", "/CN=localhost", "-addext", `subjectAltName=${names}`];
    openssl("req", "-new", "-nodes", ...ec, "-keyout", key, "-out", request, ...subject);
    const own = ["-signkey", key, "-copy_extensions", "copy", "-days", String(days)];
    openssl("x509", "-req", "-in", request, ...own, "-out", cert);
    return { key: readFileSync(key, "utf8"), cert: readFileSync(cert, "utf8") };
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
}
