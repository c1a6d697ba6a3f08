import type { Detector } from "../../../../detector.ts";
import { prefixed } from "../prefixed.ts";

/** Addresses that let anybody who has them write, and what else stands in an address or a cookie alone. */
export const WEBHOOK_KEYS: readonly Detector[] = [
  prefixed("SECRET_WECOM_WEBHOOK", {
    keywords: ["qyapi.weixin.qq.com/"],
    pattern:
      /qyapi\.weixin\.qq\.com\/cgi-bin\/webhook\/send\?key=[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}/i,
    format: "address of a group robot of WeCom with its key",
    samples: ["https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key={{uuid:a}}"],
    references: ["developer.work.weixin.qq.com/document/path/91770"],
  }),
  prefixed("SECRET_LARK_WEBHOOK", {
    keywords: ["open.feishu.cn/open-apis/", "open.larksuite.com/open-apis/"],
    pattern: /open\.(?:feishu\.cn|larksuite\.com)\/open-apis\/bot\/(?:v2\/)?hook\/[0-9a-f-]{32,36}/i,
    format: "address of a custom bot of Lark with its key",
    samples: ["https://open.feishu.cn/open-apis/bot/v2/hook/{{uuid:a}}"],
    references: ["open.larksuite.com/document/client-docs/bot-v3/add-custom-bot"],
  }),
  prefixed("SECRET_DINGTALK_WEBHOOK", {
    keywords: ["oapi.dingtalk.com/"],
    pattern: /oapi\.dingtalk\.com\/robot\/send\?access_token=[0-9a-f]{64}/i,
    format: "address of a robot of DingTalk with its token",
    samples: ["https://oapi.dingtalk.com/robot/send?access_token={{hex:64:a}}"],
    references: ["open.dingtalk.com/document/robots/custom-robot-access"],
  }),
  prefixed("SECRET_IFTTT_WEBHOOK", {
    keywords: ["maker.ifttt.com/"],
    pattern: /maker\.ifttt\.com\/(?:trigger\/\w{1,60}\/(?:json\/)?with\/key|use)\/[\w-]{20,50}/i,
    format: "address of a webhook of IFTTT with its key",
    samples: ["https://maker.ifttt.com/trigger/door/with/key/{{base62:22:a}}"],
    references: ["ifttt.com/maker_webhooks"],
  }),
  prefixed("SECRET_POWER_AUTOMATE_WEBHOOK", {
    keywords: ["logic.azure.com", "environment.api.powerplatform.com"],
    pattern:
      /(?:logic\.azure\.com|environment\.api\.powerplatform\.com)(?::443)?\/[^\s"'<>]{20,200}\/triggers\/[\w-]{1,60}\/(?:paths\/invoke|run)\?[^\s"'<>]{0,160}sig=[\w%-]{40,50}/i,
    format: "address of a flow's trigger with its signature",
    samples: [
      "https://prod-01.westeurope.logic.azure.com:443/workflows/{{hex:32:a}}/triggers/manual/paths/invoke?api-version=2016-06-01&sp=%2Ftriggers&sv=1.0&sig={{base62:43:b}}",
    ],
    references: ["learn.microsoft.com/azure/logic-apps/logic-apps-http-endpoint"],
  }),
  prefixed("SECRET_ROBLOX_COOKIE", {
    keywords: ["_|WARNING:-DO-NOT-SHARE-THIS"],
    pattern: /_\|WARNING:-DO-NOT-SHARE-THIS[^|\s]{20,200}\|_[0-9A-F]{100,1200}/i,
    format: "the session cookie of Roblox with its own warning",
    samples: [
      "_|WARNING:-DO-NOT-SHARE-THIS.--Sharing-this-will-allow-someone-to-log-in-as-you.|_{{HEX:400:a}}",
    ],
    references: ["create.roblox.com/docs/cloud/auth"],
  }),
  prefixed("SECRET_EVERNOTE", {
    keywords: [
      "S=s1:U=",
      "S=s2:U=",
      "S=s3:U=",
      "S=s4:U=",
      "S=s5:U=",
      "S=s6:U=",
      "S=s7:U=",
      "S=s8:U=",
      "S=s9:U=",
    ],
    pattern:
      /S=s\d{1,3}:U=[0-9a-f]{4,10}:E=[0-9a-f]{10,12}:C=[0-9a-f]{10,12}:P=[0-9a-f]{2,4}:A=[\w-]{1,60}:V=\d:H=[0-9a-f]{32}/i,
    format: "a token of Evernote, with the shard, the user and its end in it",
    samples: ["S=s1:U={{hex:5:a}}:E={{hex:11:b}}:C={{hex:11:c}}:P=1cd:A=en-devtoken:V=2:H={{hex:32:d}}"],
    references: ["dev.evernote.com/doc/articles/dev_tokens.php"],
  }),
];
