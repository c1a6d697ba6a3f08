/** The little of WebCrypto that sealing needs: browsers, Workers and Node have it, and `lib` here names none of them. */

type Key = object;
interface Subtle {
  generateKey(
    algorithm: string,
    extractable: boolean,
    usages: readonly string[],
  ): Promise<{ publicKey: Key; privateKey: Key }>;
  importKey(
    format: "raw" | "pkcs8",
    bytes: Uint8Array,
    algorithm: string,
    extractable: boolean,
    usages: readonly string[],
  ): Promise<Key>;
  exportKey(format: "raw" | "pkcs8", key: Key): Promise<ArrayBuffer>;
  deriveBits(algorithm: object, key: Key, bits: number): Promise<ArrayBuffer>;
  encrypt(algorithm: object, key: Key, bytes: Uint8Array): Promise<ArrayBuffer>;
  decrypt(algorithm: object, key: Key, bytes: Uint8Array): Promise<ArrayBuffer>;
  digest(algorithm: string, bytes: Uint8Array): Promise<ArrayBuffer>;
}

interface Host {
  crypto: { subtle: Subtle };
  TextEncoder: new () => { encode(text: string): Uint8Array };
  TextDecoder: new (label: string, options: { fatal: boolean }) => { decode(bytes: Uint8Array): string };
  btoa(binary: string): string;
  atob(text: string): string;
}

const host = globalThis as unknown as Host;

/** Looked up when it is used: a page without TLS has none. */
export const subtle = (): Subtle => host.crypto.subtle;

export const utf8 = (text: string): Uint8Array => new host.TextEncoder().encode(text);
export const textOf = (bytes: Uint8Array): string =>
  new host.TextDecoder("utf-8", { fatal: true }).decode(bytes);

export const toBase64 = (bytes: Uint8Array): string =>
  host.btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(""));
export const fromBase64 = (text: string): Uint8Array =>
  Uint8Array.from(host.atob(text), (char) => char.charCodeAt(0));
