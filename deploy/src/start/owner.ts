import type { DataPaths } from "../stack/paths.ts";
import { ApiClient } from "../stack/api-client.ts";
import { readJson, writePrivateJson } from "../stack/private-file.ts";
import { loadSecrets } from "../stack/secrets.ts";

/** What later starts need; the password is not among it. */
interface OwnerFile {
  tenantId: string;
  email: string;
  apiToken: string;
}

export interface Owner extends OwnerFile {
  /** Only on the start that created the tenant. */
  created: { password: string; enrolmentToken: string } | null;
}

/** The tenant of this data folder, created the first time. */
export async function openTenant(url: string, paths: DataPaths): Promise<Owner> {
  const kept = readJson(paths.owner) as OwnerFile | null;
  if (kept !== null) return { ...kept, created: null };
  const email = "owner@example.org";
  const setup = new ApiClient(url, loadSecrets(paths.secrets).SETUP_TOKEN);
  const reply = await setup.setUp({ tenantName: "Local", ownerName: "Owner", ownerEmail: email });
  const file: OwnerFile = { tenantId: reply.tenantId, email, apiToken: reply.apiToken };
  writePrivateJson(paths.owner, file);
  return { ...file, created: { password: reply.password, enrolmentToken: reply.enrolmentToken } };
}
