/** FNV-1a over UTF-16 units: the same on every agent, which is all that sharding asks of it. */
function fnv1a(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  // FNV's low bits are weak for short texts: fold the high ones in before the modulo.
  return (hash ^ (hash >>> 15)) >>> 0;
}

/** Whether a unit belongs to this shard. Every unit belongs to exactly one of `count`. */
export function inShard(unit: string, shard: { index: number; count: number }): boolean {
  return shard.count === 1 || fnv1a(unit) % shard.count === shard.index;
}
