import { Button, Stack, Text, TextInput } from "@mantine/core";
import type { CapacityReply } from "@dataguardian/shared/api";
import type { FleetPlan } from "@dataguardian/shared/capacity";
import { SCAN_KINDS, type ScanKind } from "@dataguardian/shared/domain";
import { type SyntheticEvent, useEffect, useRef, useState } from "react";
import { ActionError, Notice } from "../components/notice.tsx";
import { Section } from "../components/section.tsx";
import { useText } from "../i18n/text.tsx";
import { draftFault, firstDraft, inputOf, type PlanDraft } from "./plan-draft.ts";
import { PlanResult } from "./plan-result.tsx";
import styles from "./planner.module.css";

/** The planner's worker, and its latest answer. Started by the first question and ended with the page. */
function usePlan() {
  const worker = useRef<Worker | null>(null);
  const asked = useRef(0);
  const [plan, setPlan] = useState<FleetPlan | null>(null);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<Error | null>(null);
  useEffect(() => () => worker.current?.terminate(), []);
  const ask = (input: object) => {
    const id = ++asked.current;
    worker.current ??= new Worker(new URL("./planner-worker.ts", import.meta.url), { type: "module" });
    setBusy(true);
    setError(null);
    worker.current.onmessage = ({ data }: MessageEvent<{ id: number; plan: FleetPlan }>) => {
      if (data.id !== asked.current) return;
      setPlan(data.plan);
      setBusy(false);
    };
    worker.current.onerror = () => {
      setError(new Error("planner"));
      setBusy(false);
    };
    worker.current.postMessage({ id, input });
  };
  return { plan, busy, error, ask };
}

export function Planner({ medians }: { medians: CapacityReply["byKind"] }) {
  const { t } = useText();
  const p = t.capacity.planner;
  const [edited, setEdited] = useState<PlanDraft | null>(null);
  const draft = edited ?? firstDraft(medians);
  const { plan, busy, error, ask } = usePlan();
  const [checked, setChecked] = useState(false);
  const fault = draftFault(draft);
  const change = (part: Partial<PlanDraft>) => setEdited({ ...draft, ...part });
  const onSubmit = (event: SyntheticEvent) => {
    event.preventDefault();
    setChecked(true);
    if (fault === null) ask(inputOf(draft));
  };
  const field = (label: string, value: string, onChange: (value: string) => void) => (
    <TextInput
      label={label}
      value={value}
      inputMode="decimal"
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
  const cell = (column: "perDay" | "minutes", kind: ScanKind, name: string) => (
    <TextInput
      size="xs"
      aria-label={`${t.kind[kind]}: ${name}`}
      value={draft[column][kind]}
      inputMode="decimal"
      onChange={(event) => change({ [column]: { ...draft[column], [kind]: event.currentTarget.value } })}
    />
  );
  return (
    <Section title={p.title} subtitle={p.subtitle}>
      <form className="card" style={{ padding: "18px 20px" }} onSubmit={onSubmit} noValidate>
        <Stack gap="md">
          <div className={styles["fields"]}>
            {field(p.users, draft.users, (users) => change({ users }))}
            {field(p.slotsEach, draft.slots, (slots) => change({ slots }))}
            {field(p.target, draft.targetSeconds, (targetSeconds) => change({ targetSeconds }))}
          </div>
          <div className={styles["kinds"]}>
            <span />
            <span className={styles["head"]}>{p.perDay}</span>
            <span className={styles["head"]}>{p.runTime}</span>
            {SCAN_KINDS.map((kind) => [
              <span key={kind}>{t.kind[kind]}</span>,
              <div key={`${kind}-day`}>{cell("perDay", kind, p.perDay)}</div>,
              <div key={`${kind}-run`}>{cell("minutes", kind, p.runTime)}</div>,
            ])}
          </div>
          <Text size="xs" className="quiet">
            {p.measured}
          </Text>
          {checked && fault !== null && <Notice tone="warning">{p[fault]}</Notice>}
          <ActionError error={error} />
          <div>
            <Button type="submit" loading={busy}>
              {p.submit}
            </Button>
          </div>
        </Stack>
      </form>
      {plan !== null && <PlanResult plan={plan} />}
    </Section>
  );
}
