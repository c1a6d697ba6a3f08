/** E.164 numbers that regulators keep for drama and documentation, and those that stand in every manual. */
const FICTITIOUS: readonly RegExp[] = [
  // North American Numbering Plan: 555-0100 to 555-0199 in each area, and no area 555.
  /^\+1\d{3}55501\d\d$/,
  /^\+1555\d{7}$/,
  /^\+1(?:1234567890|2345678901|1231231234)$/,
  // Ofcom's numbers for drama.
  /^\+44(?:1\d{2}4960\d{3}|1632960\d{3}|2079460\d{3}|2890180\d{3}|2920180\d{3}|7700900\d{3}|8081570\d{3}|9098790\d{3}|3069990\d{3})$/,
  // ARCEP, decision 2012-0856.
  /^\+33(?:1990\d{6}|2619\d{6}|3530\d{6}|4657\d{6}|5364\d{6}|6399[89]\d{5})$/,
  // Bundesnetzagentur, Mitteilung 148/2021.
  /^\+49(?:3023125\d{3}|6990009\d{3}|4066969\d{3}|22147110?\d{2,3}|8999998\d{3}|15228817386|15228895456|15254599371|17292080\d{2}|17199\d{5,6}|17691\d{6,7}|17299\d{5,6}|17933\d{5,6})$/,
  // ACMA's numbers for drama.
  /^\+61(?:[2378](?:5550|7010)\d{4}|49157\d{4})$/,
  // Typed along the keyboard.
  /^\+31(?:612345678|201234567|101234567|301234567|701234567|600000000|611111111|687654321)$/,
  /^\+32(?:470123456|471234567|21234567|471123456)$/,
  /^\+33(?:123456789|612345678|600000000)$/,
  /^\+49(?:15112345678|1701234567|17012345678|1711234567|30123456|301234567|3012345678|891234567)$/,
  /^\+44(?:2012345678|7123456789|7911123456)$/,
];

const ANY_OF_THEM = new RegExp(FICTITIOUS.map(({ source }) => source).join("|"));

/** Whether the number belongs to nobody. Takes E.164. */
export function isFictitious(e164: string): boolean {
  return ANY_OF_THEM.test(e164) || /(\d)\1{6}$/.test(e164);
}
