import { text } from "node:stream/consumers";
import { type Command } from "commander";
import {
  defaultKeyPath,
  loadTenantKey,
  newTenantKey,
  parseTenantKey,
  saveTenantKey,
  tenantKeyId,
} from "../detection/tenant-key.ts";

/** `dataguardian key …`: every agent of a tenant needs the same key, so that equal values have equal fingerprints (P3). */
export function keyCommands(program: Command): void {
  const key = program
    .command("key")
    .description("The key that fingerprints are made with. It never leaves your machines.");
  const path = ["--file <path>", "the key file", defaultKeyPath(process.env)] as const;

  key
    .command("create")
    .description("make a new key")
    .option(...path)
    .action(async ({ file }: { file: string }) => save(file, newTenantKey()));

  key
    .command("import")
    .description("read a key, 64 hexadecimal characters, from standard input")
    .option(...path)
    .action(async ({ file }: { file: string }) => save(file, parseTenantKey(await text(process.stdin))));

  key
    .command("show-id")
    .description("print the key's id, to see whether two machines hold the same one")
    .option(...path)
    .action(async ({ file }: { file: string }) => {
      process.stdout.write(`${tenantKeyId(await loadTenantKey(file))}\n`);
    });
}

async function save(file: string, key: Uint8Array): Promise<void> {
  await saveTenantKey(file, key);
  process.stdout.write(
    `Key ${tenantKeyId(key)} is in ${file}. Copy the file to every agent, and keep a backup.\n`,
  );
}
