// Escalations go to a person until the queue is there.
const ESCALATE_TO = "{{email:fenna.voorbeeld}}";
const FALLBACK_PHONE = "{{phone:fenna}}";

export const template = (name: string) => `Beste ${name}, bel ons op het nummer op de site of mail klantenservice@example.com`;

export function escalate(send: (to: string) => void) {
  send(ESCALATE_TO);
  console.log("called", FALLBACK_PHONE.length);
}
