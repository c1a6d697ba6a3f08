import { readFileSync } from "node:fs";
import { connect as connectTls } from "node:tls";
import type { MongoClientOptions } from "mongodb";
import { Sensitive } from "../../../detection/sensitive.ts";
import { loadDriver } from "../load-driver.ts";
import { DatabaseError, type DatabaseReader } from "../reader.ts";
import type { DatabaseSettings, ServerSettings } from "../settings.ts";
import { asDatabaseError } from "./mongodb-errors.ts";
import { MongodbReader } from "./mongodb-reader.ts";

/** Opens a database of a MongoDB server, or all that the login sees, for reading. Throws `DatabaseError`. */
export async function openMongodb(settings: DatabaseSettings): Promise<DatabaseReader> {
  if (settings.product !== "mongodb") throw new DatabaseError("failed");
  const driver = await loadDriver("mongodb", () => import("mongodb"));
  const { mode } = settings.tls;
  const isEncrypted = mode === "prefer" ? await speaksTls(settings) : mode !== "disable";
  const client = new driver.MongoClient(urlOf(settings), optionsOf(settings, isEncrypted));
  try {
    await client.connect();
    await client.db("admin").command({ ping: 1 });
  } catch (error) {
    await client.close().catch(() => {});
    throw asDatabaseError(error);
  }
  return new MongodbReader(client, settings, isEncrypted);
}

export function urlOf({ host, port, otherHosts = [] }: ServerSettings): string {
  const hosts = [{ host, port }, ...otherHosts].map(
    (at) => `${at.host.includes(":") ? `[${at.host}]` : at.host}:${at.port}`,
  );
  return `mongodb://${hosts.join(",")}/`;
}

/** Nothing but questions goes out, to a secondary where there is one: it has nothing better to do. */
export function optionsOf(
  { user, password, authDatabase, tls, limits }: ServerSettings,
  isEncrypted: boolean,
): MongoClientOptions {
  const isChecked = tls.mode === "verify-ca" || tls.mode === "verify-full";
  const files = {
    ...(tls.caFile === undefined ? {} : { ca: pem(tls.caFile) }),
    ...(tls.certFile === undefined ? {} : { cert: pem(tls.certFile) }),
    ...(tls.keyFile === undefined ? {} : { key: pem(tls.keyFile) }),
  };
  return {
    appName: "dataguardian",
    readPreference: "secondaryPreferred",
    retryWrites: false,
    maxPoolSize: 1,
    serverSelectionTimeoutMS: limits.connectTimeoutMs,
    connectTimeoutMS: limits.connectTimeoutMs,
    tls: isEncrypted,
    ...(isEncrypted
      ? {
          ...files,
          tlsAllowInvalidCertificates: !isChecked,
          tlsAllowInvalidHostnames: tls.mode !== "verify-full",
        }
      : {}),
    ...(user === ""
      ? {}
      : {
          authSource: authDatabase ?? "admin",
          auth: { username: user, password: password === undefined ? "" : Sensitive.reveal(password) },
        }),
  };
}

function pem(file: string): Buffer {
  try {
    return readFileSync(file);
  } catch {
    throw new DatabaseError("tls");
  }
}

/** A server without TLS hangs up when it is greeted so, which the driver would take for one that is not there. */
function speaksTls({ host, port, limits }: ServerSettings): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connectTls({ host, port, rejectUnauthorized: false, timeout: limits.connectTimeoutMs });
    const end = (does: boolean) => {
      socket.destroy();
      resolve(does);
    };
    socket.once("secureConnect", () => end(true));
    socket.once("timeout", () => end(false));
    socket.once("error", () => end(false));
  });
}
