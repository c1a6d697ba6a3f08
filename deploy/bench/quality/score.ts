/** What was found of what was there, and what was reported beside it. */
export class Score {
  planted = 0;
  found = 0;
  wrong = 0;

  recall(): number {
    return this.planted === 0 ? 1 : this.found / this.planted;
  }

  precision(): number {
    return this.found + this.wrong === 0 ? 1 : this.found / (this.found + this.wrong);
  }

  add(other: Score): void {
    this.planted += other.planted;
    this.found += other.found;
    this.wrong += other.wrong;
  }
}

/** Scores by key, in order of first use. */
export class Scores {
  readonly byKey = new Map<string, Score>();

  of(key: string): Score {
    const known = this.byKey.get(key) ?? new Score();
    this.byKey.set(key, known);
    return known;
  }

  total(): Score {
    const sum = new Score();
    for (const score of this.byKey.values()) sum.add(score);
    return sum;
  }
}

/** Letters and digits alone, so that how a value is written makes no difference. */
const bare = (text: string): string => text.replace(/[^\p{L}\p{N}]/gu, "").toLowerCase();

/** Whether one of the reported values is the planted one, or most of it. */
export function isFound(reported: readonly string[], planted: string): boolean {
  const wanted = bare(planted);
  return reported.some((value) => {
    const got = bare(value);
    return (
      got.length > 0 && (got.includes(wanted) || (wanted.includes(got) && got.length * 2 >= wanted.length))
    );
  });
}
