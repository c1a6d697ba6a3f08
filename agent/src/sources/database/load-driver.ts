import { DatabaseError } from "./reader.ts";

/** A driver that is an optional package. Throws `DatabaseError` where it is not installed. */
export async function loadDriver<Driver>(name: string, load: () => Promise<Driver>): Promise<Driver> {
  try {
    return await load();
  } catch (error) {
    const { code, message } = error as { code?: string; message?: string };
    if (code === "ERR_MODULE_NOT_FOUND" && message?.includes(`'${name}'`))
      throw new DatabaseError("no driver");
    throw error;
  }
}
