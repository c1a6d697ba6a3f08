/** A D1 that counts the rows that are billed as written through it, and says by which statements. */
export interface Counted {
  db: D1Database;
  rows(): number;
  /** Rows by the first words of the statement. */
  byStatement: Map<string, number>;
}

export function counting(db: D1Database): Counted {
  const byStatement = new Map<string, number>();
  const texts = new WeakMap<object, { sql: string; real: D1PreparedStatement }>();
  const note = (sql: string, rows: number | undefined) => {
    const words = sql.trim().split(/\s+/).slice(0, 3).join(" ");
    if (rows !== undefined && rows > 0) byStatement.set(words, (byStatement.get(words) ?? 0) + rows);
  };
  const counted = (real: D1PreparedStatement, sql: string): D1PreparedStatement => {
    const proxy = new Proxy(real, {
      get(target, key) {
        if (key === "bind") return (...values: unknown[]) => counted(target.bind(...values), sql);
        if (key === "run" || key === "all") {
          return async () => {
            const result = await target[key]();
            note(sql, result.meta.rows_written);
            return result;
          };
        }
        return bound(target, key);
      },
    });
    texts.set(proxy, { sql, real });
    return proxy;
  };
  const proxy = new Proxy(db, {
    get(target, key) {
      if (key === "prepare") return (sql: string) => counted(target.prepare(sql), sql);
      if (key === "batch") {
        return async (statements: D1PreparedStatement[]) => {
          const known = statements.map((statement) => texts.get(statement) ?? { sql: "", real: statement });
          const results = await target.batch(known.map(({ real }) => real));
          for (const [n, result] of results.entries()) note(known[n]?.sql ?? "", result.meta.rows_written);
          return results;
        };
      }
      return bound(target, key);
    },
  });
  return { db: proxy, rows: () => [...byStatement.values()].reduce((all, n) => all + n, 0), byStatement };
}

/** A D1 that counts the times that it is asked, a batch being one. */
export function countingTrips(db: D1Database): { db: D1Database; trips(): number } {
  let trips = 0;
  const reals = new WeakMap<object, D1PreparedStatement>();
  const counted = (real: D1PreparedStatement): D1PreparedStatement => {
    const proxy = new Proxy(real, {
      get(target, key) {
        if (key === "bind") return (...values: unknown[]) => counted(target.bind(...values));
        if (key === "run" || key === "all" || key === "first" || key === "raw") trips++;
        return bound(target, key);
      },
    });
    reals.set(proxy, real);
    return proxy;
  };
  const proxy = new Proxy(db, {
    get(target, key) {
      if (key === "prepare") return (sql: string) => counted(target.prepare(sql));
      if (key === "exec") trips++;
      if (key !== "batch") return bound(target, key);
      return (statements: D1PreparedStatement[]) => {
        trips++;
        return target.batch(statements.map((statement) => reals.get(statement) ?? statement));
      };
    },
  });
  return { db: proxy, trips: () => trips };
}

function bound(target: object, key: string | symbol): unknown {
  const value = Reflect.get(target, key) as unknown;
  return typeof value === "function" ? (value as () => unknown).bind(target) : value;
}
