import type { Candidate } from "../../../candidate.ts";
import type { Detector, Verdict } from "../../../detector.ts";
import { prefixedToken } from "./prefixed-token.ts";
import { settingKey } from "./setting-key.ts";

const SIGNATURES = "github.com/microsoft/security-utilities/blob/main/docs/ThirdPartyKeyFormats.md";
const LEARN = "learn.microsoft.com/en-us/purview/sit-defn-";

/** The keys of the storage and Cosmos DB emulators are the same for everybody. */
const EMULATOR = /^(?:Eby8vdM02xNO|C2y6yDjf5\/R\+)/;
const accountKey = ({ value }: Candidate): Verdict =>
  EMULATOR.test(value)
    ? { reasons: ["form of an account key"], known: "key of Microsoft's emulator" }
    : { reasons: ["form of an account key"] };

const near = ({ text, start, end }: Candidate, wanted: RegExp, chars = 300) =>
  wanted.test(text.slice(Math.max(0, start - chars), end + chars));

/** Four characters of any kind, then a digit and `Q~`: the index needs four to know a keyword by. */
const CLIENT_SECRET_MARKS = Array.from("abcdefghijklmnopqrstuvwxyz0123456789_.~-").flatMap((one) =>
  Array.from("0123456789", (digit) => `${one}${digit}q~`),
);

export const AZURE: readonly Detector[] = [
  settingKey({
    id: "azure-storage-key",
    entityType: "SECRET_AZURE_STORAGE_KEY",
    names: [
      "*account key",
      "*storage key*",
      "*storage account*key",
      "*access key",
      "*azure*",
      "*primary key",
      "*secondary key",
      "*master key",
      "*blob key",
      "*cosmos*",
      "*batch key",
      "key1",
      "key2",
      "*storage access key*",
    ],
    keys: ["<base64:86>=="],
    check: accountKey,
    references: [
      `${LEARN}azure-storage-account-key`,
      "learn.microsoft.com/en-us/azure/storage/common/storage-account-keys-manage",
    ],
    examples: {
      match: [
        "DefaultEndpointsProtocol=https;AccountName=fictief;AccountKey={{base64:86:s}}==;EndpointSuffix=core.windows.net",
      ],
      ignore: ["integrity: sha512-{{base64:86:s}}=="],
    },
  }),
  prefixedToken({
    id: "azure-identifiable-key",
    entityType: "SECRET_AZURE_KEY",
    tokens: [
      "<base64:76>+ASt<base64:5>==",
      "<base64:76>ACDb<base64:5>==",
      "<base64:76>+ABa<base64:5>==",
      "<base64:76>+AMC<base64:5>==",
      "<base64:76>APIM<base64:5>==",
      "<base64:33>AIoT<base64:5>=",
      "<base64:33>+ASb<base64:5>=",
      "<base64:33>+AEh<base64:5>=",
      "<base64:33>+ARm<base64:5>=",
      "<base64:33>AzCa<base64:5>=",
      "<base64url:44>AzFu<base64url:5><base62:1>==",
      "<base62:42>AzSe<upper:1><base62:5>",
      "<base64:42>+ACR<upper:1><base64:5>",
    ],
    references: [SIGNATURES],
  }),
  prefixedToken({
    id: "azure-annotated-key",
    entityType: "SECRET_AZURE_KEY",
    tokens: ["<base62:52>JQQJ9<base62:27>", "<base62:52>JQQJ9<base62:31>"],
    check: ({ value }) => ({
      reasons: [
        value.slice(76, 80) === "AZDO" ? "signature of Azure DevOps" : "signature of a common annotated key",
      ],
    }),
    references: [SIGNATURES],
  }),
  prefixedToken({
    id: "azure-devops-token",
    entityType: "SECRET_AZURE_DEVOPS_TOKEN",
    tokens: ["<base62:76>AZDO<base62:4>"],
    references: [`${LEARN}azure-devops-personal-access-token`],
  }),
  settingKey({
    id: "azure-devops-old-token",
    entityType: "SECRET_AZURE_DEVOPS_TOKEN",
    brands: ["azure devops", "azdo", "vsts"],
    names: [
      "*ado pat",
      "*ado token",
      "*personal access token",
      "system accesstoken",
      "*azure pat",
      "*azure token",
      "*_pat",
    ],
    keys: ["<alnum:52>"],
    check: ({ value }) =>
      /[0189]/.test(value) ? null : { reasons: ["base32, as tokens of Azure DevOps are"] },
    references: [`${LEARN}azure-devops-personal-access-token`],
    examples: {
      match: ["AZURE_DEVOPS_EXT_PAT={{lower:50:p}}27", "ado_pat: '{{lower:51:q}}3'"],
      ignore: ["AZURE_DEVOPS_EXT_PAT={{lower:49:p}}27", "AZURE_DEVOPS_EXT_PAT={{lower:50:p}}89"],
    },
  }),
  {
    ...prefixedToken({
      id: "azure-client-secret",
      entityType: "SECRET_AZURE_CLIENT_SECRET",
      tokens: ["<base62:3>8Q~<base62:34>"],
      references: [`${LEARN}azure-ad-client-secret`],
      examples: {
        match: [
          "AZURE_CLIENT_SECRET={{base62:3:a}}8Q~{{join}}{{base62:34:b}}",
          '"clientSecret": "{{base62:3:c}}7Q~{{join}}{{base62:31:d}}~_."',
        ],
        ignore: ["AZURE_CLIENT_SECRET={{base62:3:a}}8Q~{{base62:30:b}}", "{{base62:4:a}}8Q~{{base62:34:b}}"],
      },
    }),
    keywords: CLIENT_SECRET_MARKS,
    before: 2,
    pattern: /(?<![A-Za-z0-9_~.-])[A-Za-z0-9_~.]{3}\dQ~[A-Za-z0-9_~.-]{31,34}(?![A-Za-z0-9_~-])/,
  },
  {
    ...settingKey({
      id: "azure-sas-signature",
      entityType: "SECRET_AZURE_SAS_TOKEN",
      names: ["sig"],
      keys: ["<base64:43>="],
      references: ["learn.microsoft.com/en-us/rest/api/storageservices/create-service-sas"],
    }),
    // Percent signs stand for the plus, slash and equals signs of base64.
    pattern: /(?:[A-Za-z0-9+/]|%2[BbFf]){43}(?:=|%3[Dd])(?![A-Za-z0-9+/=])/,
    check: (candidate) =>
      near(candidate, /[?&;"]s[vrept]=|SharedAccessSignature/)
        ? { reasons: ["signature of a shared access signature"] }
        : null,
    examples: {
      match: [
        "https://fictief.blob.core.windows.net/c/b?sv=2022-11-02&sr=b&sp=r&se=2030-01-01&sig={{base62:40:s}}%2Bab%3D",
        "SharedAccessSignature sr=fictief&sig={{base62:43:t}}%3D&se=1700000000",
      ],
      ignore: ["sig={{base62:43:t}}=", "https://fictief.nl/?sv=1&sig=short"],
    },
  },
  settingKey({
    id: "azure-shared-access-key",
    entityType: "SECRET_AZURE_SHARED_ACCESS_KEY",
    names: [
      "*shared access key",
      "*shared access key value",
      "*servicebus key",
      "*service bus key",
      "*event hub key",
      "*eventhub key",
      "*iothub key",
      "*device key",
      "access key",
      "*eventgrid key",
      "*topic key",
      "aeg sas key",
    ],
    keys: ["<base64:43>="],
    references: [`${LEARN}azure-service-bus-connection-string`],
    examples: {
      match: [
        "Endpoint=sb://fictief.servicebus.windows.net/;SharedAccessKeyName=Root;SharedAccessKey={{base64:43:s}}=",
      ],
      ignore: ["SharedAccessKey={{base64:40:s}}", "checksum={{base64:43:s}}="],
    },
  }),
  settingKey({
    id: "azure-app-configuration",
    entityType: "SECRET_AZURE_APP_CONFIG",
    names: ["secret"],
    keys: ["<base64:43>=", "<base62:84>"],
    check: (candidate) =>
      near(candidate, /\.azconfig\.(?:io|azure)/)
        ? { reasons: ["secret of an App Configuration store"] }
        : null,
    references: ["learn.microsoft.com/en-us/azure/azure-app-configuration"],
    examples: {
      match: ["Endpoint=https://fictief.azconfig.io;Id=Ab1-l0-s0:Xy;Secret={{base64:43:s}}="],
      ignore: ["Secret={{base64:43:s}}=", "https://fictief.azconfig.io"],
    },
  }),
  settingKey({
    id: "azure-function-key",
    entityType: "SECRET_AZURE_FUNCTION_KEY",
    names: ["code", "*functions key", "*function key", "*host key", "*function master key"],
    keys: ["<base64url:54>==", "<base64:54>=="],
    check: (candidate) =>
      /key/i.test(candidate.name) || near(candidate, /azurewebsites\.net|\/api\//i)
        ? { reasons: ["form of a function's key"] }
        : null,
    references: ["learn.microsoft.com/en-us/azure/azure-functions/function-keys-how-to"],
    examples: {
      match: [
        "https://fictief.azurewebsites.net/api/hr?code={{base64url:54:f}}==",
        "x-functions-key: {{base64:54:f}}==",
      ],
      ignore: ["code={{base64url:54:f}}==", "https://fictief.azurewebsites.net/api/hr?code=12345"],
    },
  }),
  settingKey({
    id: "azure-service-key",
    entityType: "SECRET_AZURE_SERVICE_KEY",
    brands: [
      "azure openai",
      "cognitive services",
      "azure search",
      "azure speech",
      "azure translator",
      "azure maps",
    ],
    names: [
      "*subscription key",
      "*azure api key",
      "*azure key",
      "*openai api key",
      "*azure ai key",
      "*computer vision key",
      "*text analytics key",
      "*face key",
      "*bing search key",
      "*luis key",
      "*form recognizer key",
      "*translator key",
      "*speech key",
      "*apim key",
    ],
    keys: ["<hex:32>", "<HEX:32>", "<base62:84>"],
    references: [`${LEARN}azure-cognitive-service-key`, `${LEARN}azure-search-api-key`],
    examples: { match: ["Ocp-Apim-Subscription-Key: {{hex:32:s}}"] },
  }),
  settingKey({
    id: "azure-publish-password",
    entityType: "SECRET_AZURE_PUBLISH_PASSWORD",
    names: ["user pwd"],
    keys: ["<base62:60>"],
    references: [`${LEARN}azure-publish-setting-password`],
  }),
];
