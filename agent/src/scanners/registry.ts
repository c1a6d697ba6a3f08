import type { ScanKind } from "@dataguardian/shared/domain";
import { aiModelScanner } from "./ai-model/ai-model-scanner.ts";
import { codeScanner } from "./code/code-scanner.ts";
import { databaseScanner } from "./database/database-scanner.ts";
import { documentScanner } from "./document/document-scanner.ts";
import { imageScanner } from "./image/image-scanner.ts";
import type { Scanner } from "./scanner.ts";
import { websiteScanner } from "./website/website-scanner.ts";

export const SCANNERS: Partial<Record<ScanKind, Scanner>> = {
  code: codeScanner,
  document: documentScanner,
  database: databaseScanner,
  image: imageScanner,
  "ai-model": aiModelScanner,
  website: websiteScanner,
};
