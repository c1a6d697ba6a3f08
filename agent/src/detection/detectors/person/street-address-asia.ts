import type { Candidate } from "../../candidate.ts";
import type { Detector } from "../../detector.ts";
import { ADDRESS } from "./street-address.ts";

const LABELS = [
  "地址:",
  "地址：",
  "住址:",
  "住址：",
  "住所:",
  "住所：",
  "所在地:",
  "所在地：",
  "家庭住址",
  "通讯地址",
  "收货地址",
  "居住地址",
  "주소:",
  "주소 :",
  "주소：",
  "거주지:",
];
const PLACE = /[省市区县镇乡村路街道巷号號弄室都府県郡町丁目番地]|[시군구동로길읍면][ \d]/u;

/** Addresses in Chinese, Japanese and Korean, whose parts go from the largest to the smallest. */
export const streetAddressAsia: Detector = {
  ...ADDRESS,
  id: "street-address-asia",
  format: "What follows the word for an address in Chinese, Japanese or Korean, with a place and a number.",
  keywords: LABELS,
  pattern:
    /(?:地址|住址|住所|所在地|주소|거주지)\s?[:：]?\s?[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}0-9０-９A-Za-z（）()〒#–－ -]{6,80}|(?:家庭住址|通讯地址|收货地址|居住地址)\s?[:：]?\s?[\p{Script=Han}0-9A-Za-z（）()# -]{6,80}/u,
  check: ({ value }: Candidate) => {
    const label = /^[^:：]{2,6}?(?:\s?[:：]\s?|(?<=地址)|(?<=住址))/u.exec(value)?.[0] ?? "";
    const place = value.slice(label.length).trimEnd();
    if (!PLACE.test(place) || !/\d|[０-９]/.test(place)) return null;
    return {
      reasons: ["place and number behind the word for an address"],
      skip: label.length,
      length: label.length + place.length,
    };
  },
  confidence: { bare: 0.85, context: 0.85 },
  examples: {
    match: [
      "地址：北京市朝阳区建国路88号",
      "住所: 東京都千代田区丸の内1-9-1",
      "주소: 서울특별시 강남구 테헤란로 152",
    ],
    ignore: ["地址：请输入地址", "住所: 未定です未定です", "주소: 입력하세요"],
  },
};
