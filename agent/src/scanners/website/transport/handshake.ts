/** What a server's TLS is, by shaking hands with it: once as everyone does, and once for each version of the protocol. */
import { isIP } from "node:net";
import type { X509Certificate } from "node:crypto";
import { checkServerIdentity, connect, type PeerCertificate, type SecureVersion } from "node:tls";
import type { NetworkGuard } from "../network/network-guard.ts";
import { RefusedError } from "../network/refusals.ts";

export interface TlsFacts {
  /** Versions that the server agrees to. */
  versions: SecureVersion[];
  /** Of the usual handshake. */
  cipher: string;
  certificate: CertificateFacts | null;
}

interface CertificateFacts {
  validFrom: Date;
  validTo: Date;
  fitsHost: boolean;
  /** Why the chain is not trusted, as OpenSSL's code; null where it is. */
  chainFault: string | null;
  /** RSA bits, or null for another kind of key. */
  rsaBits: number | null;
}

const VERSIONS: readonly SecureVersion[] = ["TLSv1", "TLSv1.1", "TLSv1.2", "TLSv1.3"];
const HANDSHAKE_MS = 10_000;

/** Null where there is no TLS at all, or no answer. `ca`: trusted beside the public certificates, PEM. */
export async function probeTls(
  host: string,
  port: number,
  guard: NetworkGuard,
  ca?: string[],
): Promise<TlsFacts | null> {
  const first = await shakeHands(host, port, guard, ca === undefined ? {} : { ca });
  if (first === null) return null;
  const { cipher, certificate } = first;
  const versions: SecureVersion[] = [];
  for (const version of VERSIONS) {
    // What OpenSSL holds for too weak by now is to be asked for by name.
    const old = { minVersion: version, maxVersion: version, ciphers: "DEFAULT:@SECLEVEL=0" };
    if ((await shakeHands(host, port, guard, old)) !== null) versions.push(version);
  }
  return { versions, cipher, certificate };
}

/** The server's own certificate, where nothing is wrong with it, name and dates included; null else. */
export async function trustedLeaf(
  host: string,
  port: number,
  guard: NetworkGuard,
): Promise<X509Certificate | null> {
  const hands = await shakeHands(host, port, guard, {});
  const isGood = hands?.certificate?.fitsHost === true && hands.certificate.chainFault === null;
  return isGood ? hands.leaf : null;
}

interface Handshake extends Omit<TlsFacts, "versions"> {
  leaf: X509Certificate | null;
}

interface HandshakeOptions {
  ca?: string[];
  minVersion?: SecureVersion;
  maxVersion?: SecureVersion;
  ciphers?: string;
}

async function shakeHands(
  host: string,
  port: number,
  guard: NetworkGuard,
  options: HandshakeOptions,
): Promise<Handshake | null> {
  let socket;
  try {
    socket = await guard.open(host, port, "https:");
  } catch (error) {
    if (error instanceof RefusedError) return null;
    throw error;
  }
  return new Promise((resolve) => {
    const tls = connect({
      socket,
      // Whatever the certificate is, it is to be looked at.
      rejectUnauthorized: false,
      ...(isIP(host) === 0 ? { servername: host } : {}),
      ...options,
    });
    const end = (hands: Handshake | null) => {
      clearTimeout(timer);
      tls.destroy();
      socket.destroy();
      resolve(hands);
    };
    const timer = setTimeout(() => end(null), HANDSHAKE_MS);
    tls.once("error", () => end(null));
    tls.once("close", () => end(null));
    tls.once("secureConnect", () => {
      const certificate = tls.getPeerCertificate();
      end({
        cipher: tls.getCipher().standardName,
        certificate: certificateFacts(certificate, host, faultCode(tls.authorizationError)),
        leaf: tls.getPeerX509Certificate() ?? null,
      });
    });
  });
}

/** Node's types say `Error`; older ones gave the code itself. */
function faultCode(error: unknown): string | null {
  if (error === null || error === undefined) return null;
  const code = typeof error === "string" ? error : (error as NodeJS.ErrnoException).code;
  // The name is judged by itself.
  return code === "ERR_TLS_CERT_ALTNAME_INVALID" ? null : (code ?? "UNKNOWN");
}

function certificateFacts(
  certificate: PeerCertificate,
  host: string,
  chainFault: string | null,
): CertificateFacts | null {
  if (!certificate.valid_to) return null;
  return {
    validFrom: new Date(certificate.valid_from),
    validTo: new Date(certificate.valid_to),
    fitsHost: checkServerIdentity(host, certificate) === undefined,
    chainFault,
    rsaBits: certificate.modulus === undefined ? null : (certificate.bits ?? null),
  };
}
