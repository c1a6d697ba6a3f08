import type { Detector } from "../../../../detector.ts";
import { keyRows } from "./rows.ts";

/** Monitoring, alerts, feature flags and reports. */
export const MONITORING_KEYS: readonly Detector[] = [
  ...keyRows([
    ["SECRET_SEMATEXT", "sematext", "<uuid>", "sematext.com/docs"],
    ["SECRET_LOGROCKET", "logrocket", "<base62:20-60>", "docs.logrocket.com"],
    ["SECRET_LIGHTSTEP", "lightstep, ls access", "<base64:60-120>", "docs.lightstep.com"],
    [
      "SECRET_APPOPTICS",
      "appoptics, solarwinds",
      "<base62:64> <base64url:71>",
      "documentation.solarwinds.com",
    ],
    ["SECRET_SCALYR", "scalyr", "<base64url:44>", "app.scalyr.com/help"],
    ["SECRET_CRONITOR", "cronitor", "<hex:32>", "cronitor.io/docs"],
    ["SECRET_HEALTHCHECKS", "healthchecks", "<base64url:32>", "healthchecks.io/docs/api"],
    ["SECRET_VICTOROPS", "victorops", "<hex:32>", "portal.victorops.com/public/api-docs.html"],
    ["SECRET_FULLSTORY", "fullstory", "na1.<base64:60-120> <base64:60-120>", "developer.fullstory.com"],
    ["SECRET_HEAP", "heap api", "<hex:32>", "developers.heap.io"],
    ["SECRET_PENDO", "pendo", "<uuid>.<hex:8> <uuid>", "engageapi.pendo.io"],
    ["SECRET_OPTIMIZELY", "optimizely", "2:<base64url:40-60>", "docs.developers.optimizely.com"],
    ["SECRET_CONFIGCAT", "configcat", "<base64url:22>/<base64url:22>", "configcat.com/docs"],
    ["SECRET_SPLIT", "split io, splitio", "<alnum:40-60>", "docs.split.io"],
    ["SECRET_INSTATUS", "instatus", "<hex:32>", "instatus.com/help/api"],
    ["SECRET_THOUSANDEYES", "thousandeyes", "<alnum:32>", "developer.thousandeyes.com"],
    [
      "SECRET_LOGICMONITOR",
      "logicmonitor",
      "<base64:40-60>",
      "logicmonitor.com/support/rest-api-authentication",
    ],
    ["SECRET_ZABBIX", "zabbix", "<hex:64>", "zabbix.com/documentation"],
    ["SECRET_CHARTMOGUL", "chartmogul", "<hex:32>", "dev.chartmogul.com"],
    ["SECRET_BAREMETRICS", "baremetrics", "lk_<base62:22> sk_<base62:22>", "developers.baremetrics.com"],
    ["SECRET_PROFITWELL", "profitwell", "<hex:32>", "profitwellapiv2.docs.apiary.io"],
    ["SECRET_GECKOBOARD", "geckoboard", "<alnum:32-44>", "developer.geckoboard.com"],
    ["SECRET_KLIPFOLIO", "klipfolio", "<hex:40>", "apidocs.klipfolio.com"],
    ["SECRET_METABASE", "metabase", "mb_<base64:44> <uuid>", "metabase.com/docs"],
    ["SECRET_REDASH", "redash", "<base62:40>", "redash.io/help"],
  ]),
];
