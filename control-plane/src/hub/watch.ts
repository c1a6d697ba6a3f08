/**
 * The hub's alerts: one state machine for each kind and subject, kept in memory and, once raised, in D1. Values come in with the
 * hub's own events; only where time alone makes an alert (a queue that waits, a job that runs) the alarm is asked to ring.
 */
import type { AlertKind, AlertView } from "@dataguardian/shared/api";
import {
  ALERT_RULES,
  type AlertRule,
  type AlertState,
  dueAt,
  ENDED_BY_ACKNOWLEDGING,
  observe,
  QUIET,
} from "@dataguardian/shared/alerts";

export interface WatchDeps {
  now(): number;
  newId(): string;
  /** Writes it down and tells people. */
  changed(alert: AlertView, event: "raised" | "worse" | "cleared"): void;
}

interface Watched {
  kind: AlertKind;
  state: AlertState;
  alert: AlertView | null;
}

export class Watch {
  readonly #deps: WatchDeps;
  readonly #watched = new Map<string, Watched>();

  constructor(deps: WatchDeps) {
    this.#deps = deps;
  }

  /** What D1 has as open. */
  restore(open: readonly AlertView[]): void {
    for (const alert of open) {
      const state = { level: alert.level, pending: null, worst: alert.value };
      this.#watched.set(keyOf(alert.kind, alert.subject), { kind: alert.kind, state, alert });
    }
  }

  /** A new value of something that lasts. */
  see(kind: AlertKind, subject: string, subjectName: string, value: number): void {
    const key = keyOf(kind, subject);
    const known = this.#watched.get(key);
    const rule: AlertRule = ALERT_RULES[kind];
    if (known === undefined && value < rule.warnAt) return;
    const watched = known ?? { kind, state: QUIET, alert: null };
    const { state, event } = observe(watched.state, rule, value, this.#deps.now());
    watched.state = state;
    this.#watched.set(key, watched);
    if (event === "raised" && state.level !== null) {
      watched.alert = {
        id: this.#deps.newId(),
        kind,
        subject,
        subjectName,
        level: state.level,
        value,
        threshold: state.level === "critical" ? (rule.criticalAt ?? rule.warnAt) : rule.warnAt,
        raisedAt: this.#deps.now(),
        clearedAt: null,
        acknowledgedAt: null,
        acknowledgedBy: null,
      };
      this.#deps.changed(watched.alert, event);
    } else if (event === "worse" && watched.alert !== null) {
      watched.alert = { ...watched.alert, level: "critical", value: state.worst };
      this.#deps.changed(watched.alert, event);
    } else if (event === "cleared") this.#end(key, watched);
    else if (state.level === null && state.pending === null) this.#watched.delete(key);
  }

  /** One more of something that happened: raises the alert, or counts on in the one that is open. */
  happened(kind: AlertKind, subject: string, subjectName: string, count = 1): void {
    const open = this.#watched.get(keyOf(kind, subject))?.alert ?? null;
    if (open === null) return this.see(kind, subject, subjectName, count);
    const alert = { ...open, value: open.value + count };
    this.#watched.set(keyOf(kind, subject), {
      kind,
      state: { level: alert.level, pending: null, worst: alert.value },
      alert,
    });
    this.#deps.changed(alert, "worse");
  }

  /** Ends every alert of a kind whose subject is no longer one of these. */
  keepOnly(kind: AlertKind, subjects: ReadonlySet<string>): void {
    for (const [key, watched] of this.#watched) {
      if (watched.kind !== kind || subjects.has(key.slice(kind.length + 1))) continue;
      if (watched.alert === null) this.#watched.delete(key);
      else this.#end(key, watched);
    }
  }

  /** A person has acknowledged it. Returns what it is now, or null when the hub does not know it as open. */
  acknowledged(alert: AlertView): AlertView | null {
    const watched = this.#watched.get(keyOf(alert.kind, alert.subject));
    if (watched?.alert?.id !== alert.id) return null;
    watched.alert = {
      ...watched.alert,
      acknowledgedAt: alert.acknowledgedAt,
      acknowledgedBy: alert.acknowledgedBy,
    };
    if (ENDED_BY_ACKNOWLEDGING.includes(alert.kind)) this.#end(keyOf(alert.kind, alert.subject), watched);
    return watched.alert;
  }

  open(): AlertView[] {
    return [...this.#watched.values()].flatMap((watched) => watched.alert ?? []);
  }

  /** When a change that is pending would be due, or null. */
  nextDue(): number | null {
    let next: number | null = null;
    for (const { kind, state } of this.#watched.values()) {
      const due = dueAt(state, ALERT_RULES[kind]);
      if (due !== null && (next === null || due < next)) next = due;
    }
    return next;
  }

  #end(key: string, watched: Watched): void {
    this.#watched.delete(key);
    if (watched.alert === null) return;
    watched.alert = { ...watched.alert, clearedAt: this.#deps.now() };
    this.#deps.changed(watched.alert, "cleared");
  }
}

const keyOf = (kind: AlertKind, subject: string): string => `${kind}/${subject}`;
