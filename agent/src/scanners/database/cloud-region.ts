/**
 * Regions of Amazon and Google as they stand in the names of database hosts: `shop.abc.us-east-1.rds.amazonaws.com`,
 * `ep-x.eu-central-1.aws.neon.tech`. References: AWS, "Regions and Availability Zones"; Google Cloud, "Cloud locations".
 */
const REGION =
  /(?:^|[.-])((?:us|ca|sa|mx|ap|af|me|il|cn|eu)-(?:gov-|iso[a-z]?-)?(?:north|south|east|west|central)(?:east|west)?-\d|(?:us|northamerica|southamerica|asia|australia|africa|me|europe)-(?:north|south|east|west|central)(?:east|west)?\d{1,2})(?=[.-]|$)/i;
const OF_THE_UNION = /^eu(?:rope)?-/i;
/** London and Zurich: Europe, and outside the European Economic Area. */
const OUTSIDE: ReadonlySet<string> = new Set(["eu-west-2", "eu-central-2", "europe-west2", "europe-west6"]);

/** The region of a host that is outside the European Economic Area; null where its name tells none, or one inside. */
export function regionOutsideEea(host: string): string | null {
  const region = REGION.exec(host)?.[1]?.toLowerCase();
  if (region === undefined || (OF_THE_UNION.test(region) && !OUTSIDE.has(region))) return null;
  return region;
}
