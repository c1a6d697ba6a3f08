import type { Detector } from "../../../../detector.ts";
import { keyRows } from "./rows.ts";

/** Telephony, text messages, chat, support and push messages. */
export const MESSAGING_KEYS: readonly Detector[] = [
  ...keyRows([
    ["SECRET_CLICKSEND", "clicksend", "<HEX:8>-<HEX:4>-<HEX:4>-<HEX:4>-<HEX:12>", "developers.clicksend.com"],
    ["SECRET_TEXTMAGIC", "textmagic", "<base62:30>", "docs.textmagic.com"],
    ["SECRET_BULKSMS", "bulksms", "<base62:29>", "bulksms.com/developer"],
    ["SECRET_BANDWIDTH", "!bandwidth", "<hex:40-50>", "dev.bandwidth.com"],
    ["SECRET_RINGCENTRAL", "ringcentral", "<base64url:22-64>", "developers.ringcentral.com"],
    ["SECRET_AIRCALL", "aircall", "<hex:32>", "developer.aircall.io"],
    ["SECRET_ZULIP", "zulip", "<base62:32>", "zulip.com/api"],
    ["SECRET_TWIST", "twist api, twist oauth", "<hex:46>", "developer.twist.com"],
    ["SECRET_FRONT", "frontapp, front api", "eyJ<base64url:60-900>", "dev.frontapp.com"],
    ["SECRET_CRISP", "crisp chat, crisp token, crisp api", "<hex:64>", "docs.crisp.chat"],
    ["SECRET_DRIFT", "drift api, drift token", "<base62:32>", "devdocs.drift.com"],
    ["SECRET_LIVECHAT", "livechat", "dal:<base64url:20-60> fra:<base64url:20-60>", "platform.text.com/docs"],
    ["SECRET_CHATWOOT", "chatwoot", "<base62:24>", "developers.chatwoot.com"],
    ["SECRET_GORGIAS", "gorgias", "<hex:64>", "developers.gorgias.com"],
    ["SECRET_HELP_SCOUT", "helpscout, help scout", "<base62:32>", "developer.helpscout.com"],
    ["SECRET_KUSTOMER", "kustomer", "eyJ<base64url:60-900>", "developer.kustomer.com"],
    ["SECRET_GROOVE", "groovehq", "<hex:64>", "groovehq.com/docs"],
    ["SECRET_KNOCK", "knock api, knock secret", "sk_<base64url:43> sk_test_<base64url:43>", "docs.knock.app"],
    ["SECRET_NOVU", "novu", "<hex:32>", "docs.novu.co"],
    ["SECRET_MAGICBELL", "magicbell", "<base62:20-40>", "magicbell.com/docs"],
    ["SECRET_PUSHOVER", "pushover", "<alnum:30>", "pushover.net/api"],
    ["SECRET_GOTIFY", "gotify", "<base64url:15>", "gotify.net/docs"],
    ["SECRET_IFTTT", "ifttt", "<base64url:22> <base64url:43>", "ifttt.com/docs"],
    ["SECRET_AIRSHIP", "airship, urbanairship, urban airship", "<base64url:22>", "docs.airship.com"],
    ["SECRET_PUBNUB", "pubnub", "sec-c-<base64:48> pub-c-<uuid> sub-c-<uuid>", "pubnub.com/docs"],
    ["SECRET_STREAM", "getstream, stream io", "<alnum:60-64>", "getstream.io/docs"],
    ["SECRET_AGORA", "agora", "<hex:32>", "docs.agora.io"],
    ["SECRET_DAILY_CO", "dailyco, daily co", "<hex:64>", "docs.daily.co"],
    ["SECRET_KALEYRA", "kaleyra", "A<hex:32>", "developers.kaleyra.io"],
    ["SECRET_TEXTLOCAL", "textlocal", "<base64:20-60>", "api.txtlocal.com/docs"],
    ["SECRET_SMSAPI", "smsapi", "<base62:40>", "smsapi.com/docs"],
  ]),
];
