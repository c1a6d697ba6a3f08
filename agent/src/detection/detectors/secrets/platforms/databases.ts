import type { Candidate } from "../../../candidate.ts";
import type { Detector } from "../../../detector.ts";
import { prefixedToken } from "./prefixed-token.ts";
import { settingKey } from "./setting-key.ts";

/** An id and a secret with a colon between them, in base64: what Elasticsearch gives out as a key. */
const elasticKey = ({ value }: Candidate) =>
  /^[\w-]{20}:[\w-]{22}$/.test(Buffer.from(value.replace(/^\w+ /, ""), "base64").toString("latin1"))
    ? { reasons: ["decodes to an id and a secret"], confidence: 0.95 }
    : null;

export const DATABASES: readonly Detector[] = [
  prefixedToken({
    id: "neon-token",
    entityType: "SECRET_NEON",
    tokens: ["napi_<alnum:60-70>", "npg_<base62:12>"],
    references: ["neon.com/docs/manage/api-keys"],
  }),
  prefixedToken({
    id: "planetscale-token",
    entityType: "SECRET_PLANETSCALE",
    tokens: ["pscale_tkn_<base64url:32-64>", "pscale_pw_<base64url:32-64>", "pscale_oauth_<base64url:32-64>"],
    references: ["planetscale.com/docs/concepts/service-tokens"],
  }),
  prefixedToken({
    id: "databricks-token",
    entityType: "SECRET_DATABRICKS",
    tokens: ["dapi<hex:32>-<digits:1>", "dapi<hex:32>", "dose<hex:32>", "dkea<hex:32>"],
    references: ["docs.databricks.com/dev-tools/auth/pat"],
  }),
  settingKey({
    id: "snowflake-token",
    entityType: "SECRET_SNOWFLAKE",
    brands: ["snowflake"],
    keys: ["eyJ<base64url:40-1200>.<base64url:40-1500>.<base64url:43-800>", "<base64url:86>"],
    references: ["docs.snowflake.com/en/user-guide/programmatic-access-tokens"],
  }),
  prefixedToken({
    id: "mongodb-atlas-secret",
    entityType: "SECRET_MONGODB_ATLAS",
    tokens: ["mdb_sa_sk_<base64url:40>"],
    references: ["mongodb.com/docs/atlas/api/service-accounts-overview"],
  }),
  settingKey({
    id: "mongodb-atlas-key",
    entityType: "SECRET_MONGODB_ATLAS",
    brands: ["mongodb atlas", "atlas private", "mongo atlas"],
    names: ["*atlas private key", "*atlas api key", "*mcli private api key", "*mongodb atlas private key"],
    keys: ["<uuid>"],
    references: ["mongodb.com/docs/atlas/configure-api-access"],
  }),
  prefixedToken({
    id: "cockroachdb-key",
    entityType: "SECRET_COCKROACHDB",
    tokens: ["CCDB1_<base62:22>_<base62:40>"],
    references: ["cockroachlabs.com/docs/cockroachcloud/cloud-api"],
  }),
  settingKey({
    id: "upstash-token",
    entityType: "SECRET_UPSTASH",
    brands: ["upstash"],
    keys: ["<base64:40-80><pad:0-2>", "<uuid>"],
    references: ["upstash.com/docs/redis/features/restapi"],
  }),
  settingKey({
    id: "redis-cloud-key",
    entityType: "SECRET_REDIS_CLOUD",
    brands: ["redis cloud", "rediscloud", "redislabs"],
    keys: ["<alnum:40-64>"],
    references: ["redis.io/docs/latest/operate/rc/api"],
  }),
  settingKey({
    id: "elastic-key",
    entityType: "SECRET_ELASTIC",
    brands: ["elastic", "elasticsearch", "kibana"],
    names: ["authorization", "api key", "encoded"],
    keys: ["<base64:58>=="],
    check: elasticKey,
    references: ["elastic.co/guide/en/elasticsearch/reference/current/security-api-create-api-key.html"],
    examples: {
      match: [
        "ELASTIC_API_KEY=VGhpc0lzQWZpY3Rp{{join}}b3VzOUlkXzA6YTFCMmMzRDRlNUY2ZzdIOGk5SjBrMQ==",
        "Authorization: ApiKey VGhpc0lzQWZpY3Rp{{join}}b3VzOUlkXzA6YTFCMmMzRDRlNUY2ZzdIOGk5SjBrMQ==",
      ],
      ignore: ["ELASTIC_API_KEY={{base64:58:e}}==", "elastic: yes"],
    },
  }),
  prefixedToken({
    id: "elastic-cloud-key",
    entityType: "SECRET_ELASTIC",
    tokens: ["essu_<base64:60-140><pad:0-2>"],
    references: ["elastic.co/guide/en/cloud/current/ec-api-keys.html"],
  }),
  prefixedToken({
    id: "confluent-secret",
    entityType: "SECRET_CONFLUENT",
    tokens: ["cflt<base64:60>"],
    references: [
      "docs.confluent.io/cloud/current/security/authenticate/workload-identities/service-accounts/api-keys/overview.html",
    ],
  }),
  settingKey({
    id: "confluent-old-secret",
    entityType: "SECRET_CONFLUENT",
    brands: ["confluent", "ccloud"],
    names: ["*kafka api secret", "*kafka secret", "*sasl password"],
    keys: ["<base64:64>"],
    references: ["docs.confluent.io/cloud/current/security"],
  }),
  prefixedToken({
    id: "aiven-password",
    entityType: "SECRET_AIVEN",
    tokens: ["AVNS_<base64url:19>"],
    references: ["aiven.io/docs"],
  }),
  settingKey({
    id: "aiven-token",
    entityType: "SECRET_AIVEN",
    brands: ["aiven"],
    keys: ["<base64:372>"],
    references: ["aiven.io/docs/platform/concepts/authentication-tokens"],
  }),
  settingKey({
    id: "influxdb-token",
    entityType: "SECRET_INFLUXDB",
    brands: ["influx", "influxdb"],
    names: ["*influx token", "token"],
    keys: ["<base64url:86>=="],
    references: ["docs.influxdata.com/influxdb/v2/admin/tokens"],
  }),
  prefixedToken({
    id: "influxdb3-token",
    entityType: "SECRET_INFLUXDB",
    tokens: ["apiv3_<base64url:60-100>"],
    references: ["docs.influxdata.com/influxdb3/core/admin/tokens"],
  }),
  settingKey({
    id: "clickhouse-key",
    entityType: "SECRET_CLICKHOUSE",
    brands: ["clickhouse"],
    names: ["*key secret"],
    keys: ["4b1d<base62:38>"],
    references: ["clickhouse.com/docs/cloud/manage/openapi"],
  }),
  prefixedToken({
    id: "xata-key",
    entityType: "SECRET_XATA",
    tokens: ["xau_<base62:38-50>"],
    references: ["xata.io/docs"],
  }),
  prefixedToken({
    id: "fauna-key",
    entityType: "SECRET_FAUNA",
    tokens: ["fnA<base64url:37-60>"],
    confidence: 0.8,
    references: ["docs.fauna.com/fauna/current/learn/security/keys"],
  }),
  prefixedToken({
    id: "dbt-cloud-token",
    entityType: "SECRET_DBT",
    tokens: ["dbtc_<base64url:30-64>", "dbtu_<base64url:30-64>"],
    references: ["docs.getdbt.com/docs/dbt-cloud-apis/authentication"],
  }),
  prefixedToken({
    id: "prefect-key",
    entityType: "SECRET_PREFECT",
    tokens: ["pnu_<base62:36>", "pnb_<base62:36>"],
    references: ["docs.prefect.io/v3/how-to-guides/cloud/manage-users/api-keys"],
  }),
  prefixedToken({
    id: "tinybird-token",
    entityType: "SECRET_TINYBIRD",
    tokens: ["p.eyJ<base64url:60-300>.<base64url:40-60>"],
    references: ["tinybird.co/docs"],
  }),
  settingKey({
    id: "couchbase-secret",
    entityType: "SECRET_COUCHBASE",
    brands: ["couchbase"],
    keys: ["<base62:64>"],
    references: ["docs.couchbase.com/cloud/management-api-guide/management-api-start.html"],
  }),
];
