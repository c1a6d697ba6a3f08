import type { Detector } from "../../../../detector.ts";
import { keyRows } from "./rows.ts";

/** Parcels and routes. */
export const SHIPPING_KEYS: readonly Detector[] = [
  ...keyRows([
    ["SECRET_UPS", "ups client, ups api, ups access", "<base62:40-64> <HEX:16>", "developer.ups.com"],
    ["SECRET_FEDEX", "fedex", "<hex:32>", "developer.fedex.com"],
    ["SECRET_USPS", "usps", "<base62:32-64>", "developers.usps.com"],
    ["SECRET_AFTERSHIP", "aftership", "asat_<hex:32> <uuid>", "aftership.com/docs"],
    ["SECRET_TRACKINGMORE", "trackingmore", "<uuid>", "trackingmore.com/docs"],
    ["SECRET_EASYSHIP", "easyship", "prod_<base64:43>= sand_<base64:43>=", "developers.easyship.com"],
    ["SECRET_SHIPMONDO", "shipmondo", "<uuid>", "help.shipmondo.com"],
    ["SECRET_GLS", "gls api, gls password", "<base62:20-64>", "api-portal.gls.nl"],
    ["SECRET_DPD", "dpd api, dpd token", "<base62:20-64>", "esolutions.dpd.com"],
    ["SECRET_ROUTE4ME", "route4me", "<HEX:32>", "route4me.io/docs"],
    ["SECRET_UBER", "uber client, uber server", "<base64url:40>", "developer.uber.com"],
  ]),
];
