import { Stack, Text, Title } from "@mantine/core";
import { type FleetPlan, OLD_SYSTEM, PRICES } from "@dataguardian/shared/capacity";
import { type Column, DataTable } from "../components/data-table.tsx";
import { Figures } from "../components/figures.tsx";
import { Notice } from "../components/notice.tsx";
import { useText } from "../i18n/text.tsx";
import styles from "./planner.module.css";

const AXIS_HOURS = [0, 6, 12, 18, 24];

interface Priced {
  system: string;
  users: string;
  perUser: string;
}

/** What the planner found: how many agents at which hour, what it costs, and what the system before this one cost. */
export function PlanResult({ plan }: { plan: FleetPlan }) {
  const { t, number, duration, euro } = useText();
  const p = t.capacity.planner;
  const wait = (ms: number) => (Number.isFinite(ms) ? duration(ms) : "∞");
  const columns: Column<Priced>[] = [
    { id: "system", header: p.system, leads: true, cell: (row) => row.system },
    { id: "users", header: p.usersColumn, cell: (row) => row.users },
    { id: "perUser", header: p.perUserColumn, cell: (row) => row.perUser },
  ];
  const rows: Priced[] = [
    { system: p.ours, users: number(plan.users), perUser: euro(plan.cost.perUserEur) },
    ...OLD_SYSTEM.map(({ users, server, eurPerUser }) => ({
      system: p.servers[server],
      users: p.range(number(users.from), number(users.to)),
      perUser: p.range(euro(eurPerUser.from), euro(eurPerUser.to)),
    })),
  ];
  return (
    <Stack gap="md" mt="md" aria-live="polite">
      {!plan.met && <Notice tone="warning">{p.notMet}</Notice>}
      <div className="card" style={{ padding: "18px 20px" }}>
        <Figures
          figures={[
            { label: p.agents, value: number(plan.agents), note: p.slotsNote(number(plan.slots)) },
            { label: p.agentHours, value: number(plan.agentHours) },
            { label: p.wait, value: wait(plan.p95WaitMs) },
            { label: p.cost, value: euro(plan.cost.totalEur), note: p.perUser(euro(plan.cost.perUserEur)) },
          ]}
        />
        <Title order={3} mt="lg" mb="sm">
          {p.byHour}
        </Title>
        <ul className={styles["hours"]}>
          {plan.hours.map(({ hour, agents, p95WaitMs }) => {
            const name = p.hourLabel(`${hour}:00`, number(agents), wait(p95WaitMs));
            const height = `${(agents / plan.agents) * 100}%`;
            return <li key={hour} title={name} aria-label={name} style={{ height }} />;
          })}
        </ul>
        <div className={styles["axis"]} aria-hidden="true">
          {AXIS_HOURS.map((hour) => (
            <span key={hour}>{hour}:00</span>
          ))}
        </div>
      </div>
      <div>
        <Title order={3} mb="sm">
          {p.old}
        </Title>
        <DataTable label={p.old} columns={columns} rows={rows} rowKey={(row) => row.system + row.users} />
        <Text size="xs" className="quiet" mt={6}>
          {p.priceNote(PRICES.plan, PRICES.readOn)}
        </Text>
      </div>
    </Stack>
  );
}
