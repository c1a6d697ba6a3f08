import type { Candidate } from "../../candidate.ts";
import type { Detector, Verdict } from "../../detector.ts";
import { PERSON_NAME } from "./person-name.ts";

const LABELS = [
  ...[
    "姓名:",
    "姓名：",
    "联系人:",
    "联系人：",
    "聯絡人:",
    "聯絡人：",
    "收件人:",
    "收件人：",
    "患者姓名",
    "客户姓名",
  ],
  ...[
    "氏名:",
    "氏名：",
    "名前:",
    "名前：",
    "お名前",
    "担当者:",
    "担当者：",
    "이름:",
    "이름 :",
    "이름：",
    "성명:",
    "성명 :",
  ],
  ...["我的名字是", "我的名字叫"],
];
const HAN = String.raw`\p{Script=Han}{2,4}(?:[ 　·][\p{Script=Han}]{1,3})?`;
const JAPANESE = String.raw`[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー々]{2,8}(?:[ 　][\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー々]{1,6})?`;
const HANGUL = String.raw`\p{Script=Hangul}{2,5}`;
/** Verbs, nouns of forms and honorifics that stand where a name would. */
const NO_NAME = /请|請|填|输入|必|未定|不明|未知|为空|名称|名前|入力|です|입력|필수|없음|이름|미정/u;
const HONORIFIC = /(?:先生|女士|小姐|さん|さま|様|씨|님|입니다)$/u;

function check({ value }: Candidate): Verdict | null {
  const label = LABELS.toSorted((a, b) => b.length - a.length).find((one) => value.startsWith(one)) ?? "";
  const lead = label.length + (/^\s?[:：]?\s?/u.exec(value.slice(label.length))?.[0].length ?? 0);
  const name = value.slice(lead).replace(HONORIFIC, "").trimEnd();
  if (name.length < 2 || NO_NAME.test(name)) return null;
  return { reasons: ["behind the word for a name"], skip: lead, length: lead + name.length };
}

export const personNameAsia: Detector = {
  ...PERSON_NAME,
  id: "person-name-asia",
  format: "Two to five characters behind the word for a name in Chinese, Japanese or Korean.",
  keywords: LABELS,
  pattern: new RegExp(
    String.raw`(?:${LABELS.join("|")})\s?[:：]?\s?(?:${HANGUL}|${HAN}(?![\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}])|${JAPANESE})(?![\p{L}\p{N}])`,
    "u",
  ),
  check,
  confidence: { bare: 0.8, context: 0.8 },
  examples: {
    match: ["姓名：李明", "氏名: 山田太郎", "이름: 김민수", "患者姓名：王小明"],
    ignore: ["姓名：请输入", "氏名: 必須", "이름: 입력하세요"],
  },
};
