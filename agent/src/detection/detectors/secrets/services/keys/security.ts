import type { Detector } from "../../../../detector.ts";
import { keyRows } from "./rows.ts";

/** Identity, threats and compliance. */
export const SECURITY_KEYS: readonly Detector[] = [
  ...keyRows([
    ["SECRET_JUMPCLOUD", "jumpcloud", "<hex:40> jca_<base62:36>", "docs.jumpcloud.com"],
    ["SECRET_WORKOS", "workos", "sk_<base62:60-100> sk_test_<base62:60-100>", "workos.com/docs"],
    ["SECRET_FRONTEGG", "frontegg", "<uuid>", "docs.frontegg.com"],
    ["SECRET_DESCOPE", "descope", "K2<base62:30-90>", "docs.descope.com"],
    ["SECRET_KINDE", "kinde", "<base62:48-64>", "docs.kinde.com"],
    ["SECRET_LOGIN_RADIUS", "loginradius", "<uuid>", "loginradius.com/docs"],
    ["SECRET_BINARYEDGE", "binaryedge", "<uuid>", "docs.binaryedge.io"],
    ["SECRET_ZOOMEYE", "zoomeye", "<HEX:8>-<HEX:4>-<hex:5>-<HEX:4>-<HEX:11> <uuid>", "zoomeye.ai/doc"],
    ["SECRET_FOFA", "fofa", "<hex:32>", "en.fofa.info/api"],
    [
      "SECRET_HYBRID_ANALYSIS",
      "hybrid analysis, hybridanalysis",
      "<alnum:60-64>",
      "hybrid-analysis.com/docs/api/v2",
    ],
    ["SECRET_RECORDED_FUTURE", "recordedfuture, recorded future", "<hex:32>", "api.recordedfuture.com"],
    ["SECRET_WHOISXML", "whoisxml, whoisxmlapi", "at_<base62:29>", "whoisxmlapi.com"],
    ["SECRET_DETECTIFY", "detectify", "<hex:32> <base62:32-64>", "developer.detectify.com"],
    ["SECRET_KNOWBE4", "knowbe4", "eyJ<base64url:60-900>", "developer.knowbe4.com"],
    [
      "SECRET_SENTINELONE",
      "sentinelone",
      "<base62:80> eyJ<base64url:60-900>",
      "usea1-partners.sentinelone.net",
    ],
    ["SECRET_QUALYS", "qualys", "<base62:20-64>", "docs.qualys.com"],
    ["SECRET_ZSCALER", "zscaler, zia api", "<base62:12> <base62:32>", "help.zscaler.com"],
    ["SECRET_VERIFF", "veriff", "<uuid>", "developers.veriff.com"],
    ["SECRET_TRULIOO", "trulioo", "<hex:32>", "developer.trulioo.com"],
    ["SECRET_COMPLYADVANTAGE", "complyadvantage", "<base62:32>", "docs.complyadvantage.com"],
    ["SECRET_CONJUR", "conjur", "<alnum:50-56>", "docs.cyberark.com"],
    ["SECRET_KEEPER", "keeper secrets, keepersecurity", "<base64:40-400>", "docs.keeper.io"],
  ]),
];
