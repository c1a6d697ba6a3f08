import type { Detector } from "../../../detector.ts";
import { AWS } from "./aws.ts";
import { AZURE } from "./azure.ts";
import { CLOUDS } from "./clouds.ts";
import { CONTAINERS } from "./containers.ts";
import { CONTINUOUS_INTEGRATION } from "./continuous-integration.ts";
import { DATABASES } from "./databases.ts";
import { DEVELOPER_TOOLS } from "./developer-tools.ts";
import { GOOGLE_CLOUD } from "./google-cloud.ts";
import { HOSTING } from "./hosting.ts";
import { MONITORING } from "./monitoring.ts";
import { REGISTRIES } from "./registries.ts";
import { SOURCE_HOSTS } from "./source-hosts.ts";
import { VAULTS } from "./vaults.ts";

export const PLATFORM_SECRET_DETECTORS: readonly Detector[] = [
  ...AWS,
  ...AZURE,
  ...GOOGLE_CLOUD,
  ...CLOUDS,
  ...HOSTING,
  ...DATABASES,
  ...SOURCE_HOSTS,
  ...CONTINUOUS_INTEGRATION,
  ...REGISTRIES,
  ...VAULTS,
  ...CONTAINERS,
  ...MONITORING,
  ...DEVELOPER_TOOLS,
];
