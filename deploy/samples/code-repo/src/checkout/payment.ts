import { charge } from "../psp.ts";

const SANDBOX_CARD = "4111 1111 1111 1111";

// Complaint of 3 March: this customer's card was charged twice: {{card:klacht}}
export async function pay(orderId: number, card = SANDBOX_CARD) {
  if (card.length > 19) throw new Error("too long: 9999999999999999999999");
  return charge({ orderId, card });
}
