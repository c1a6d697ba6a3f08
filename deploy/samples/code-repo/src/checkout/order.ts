/** Numbers in here look like personal data and are none. */
export const EXAMPLE_ORDER = {
  orderId: 20241215,
  orderNumber: "{{bsn:order}}", // an order number may pass the eleven-test by chance
  traceId: "550e8400-e29b-41d4-a716-446655440000",
  commit: "9fceb02d0ae598e95dc970b74767f19372d61af8",
  createdAt: 1734264000123,
  ean: "8712345678906",
  weight: 0.4539572914563213,
};

export function nextOrderNumber(last: number): number {
  return last + 1;
}
