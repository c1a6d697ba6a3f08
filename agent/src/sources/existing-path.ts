import { access, constants, realpath } from "node:fs/promises";
import { ScanError } from "../pipeline/scan-error.ts";

/** The real path of a target on this disk. Throws `ScanError` when it is not there or may not be read. */
export async function existingPath(path: string): Promise<string> {
  try {
    const real = await realpath(path);
    await access(real, constants.R_OK);
    return real;
  } catch (error) {
    const denied = ["EACCES", "EPERM"].includes((error as NodeJS.ErrnoException).code ?? "");
    if (denied) throw new ScanError("permission", `${path} may not be read by this user.`);
    throw new ScanError("not_found", `${path} does not exist.`);
  }
}
