import { ActionIcon, Anchor, Menu, Stack, Text } from "@mantine/core";
import type { AgentView } from "@dataguardian/shared/api";
import { Link } from "wouter";
import { type Column, DataTable } from "../components/data-table.tsx";
import { DotsIcon } from "../components/icons.tsx";
import { percentDone, ProgressBar } from "../components/progress-bar.tsx";
import { RelativeTime } from "../components/relative-time.tsx";
import { StateBadge, type Tone } from "../components/state-badge.tsx";
import { type Text as Words, useText } from "../i18n/text.tsx";
import { SourceCheckLine } from "./source-check.tsx";

const TONE: Record<AgentView["state"], Tone> = {
  idle: "good",
  busy: "live",
  draining: "waiting",
  stale: "bad",
  offline: "off",
  revoked: "off",
};

type OnAsk = (what: "drain" | "revoke", agent: AgentView) => void;

interface Props {
  label: string;
  agents: readonly AgentView[];
  /** Null for readers who may not act. */
  onAsk: OnAsk | null;
}

export function AgentsTable({ label, agents, onAsk }: Props) {
  const text = useText();
  return (
    <DataTable
      label={label}
      columns={[...columns(text, onAsk !== null), ...(onAsk === null ? [] : [actions(text, onAsk)])]}
      rows={agents}
      rowKey={(agent) => agent.id}
    />
  );
}

function columns({ t }: Words, mayAct: boolean): Column<AgentView>[] {
  return [
    {
      id: "name",
      header: t.agents.name,
      leads: true,
      width: "19%",
      cell: (agent) => (
        <>
          <Text size="sm" fw={500} style={{ overflowWrap: "anywhere" }}>
            {agent.name}
          </Text>
          <Text size="xs" className="quiet">
            {agent.engineVersion !== null && `${t.agents.version} ${agent.engineVersion}`}
            {agent.transport === "poll" && ` · ${t.agents.byPolling}`}
          </Text>
        </>
      ),
    },
    { id: "state", header: t.agents.state, width: "20%", cell: (agent) => <State agent={agent} /> },
    {
      id: "runs",
      header: t.agents.runs,
      cell: (agent) => (
        <>
          {agent.slots > 0 && <Text size="sm">{t.agents.slotsUsed(agent.running.length, agent.slots)}</Text>}
          <Runs agent={agent} />
        </>
      ),
    },
    {
      id: "offers",
      header: t.agents.offers,
      width: "25%",
      cell: (agent) => <Offers agent={agent} mayAct={mayAct} />,
    },
    {
      id: "seen",
      header: t.agents.seen,
      width: "140px",
      cell: (agent) =>
        agent.lastSeenAt === null ? t.agents.never : <RelativeTime atMs={agent.lastSeenAt} />,
    },
  ];
}

function State({ agent }: { agent: AgentView }) {
  const { t } = useText();
  const hint =
    agent.state === "stale" ? t.agents.staleHint : agent.state === "offline" ? t.agents.offlineHint : null;
  return (
    <>
      <StateBadge tone={TONE[agent.state]} label={t.agentState[agent.state]} />
      {hint !== null && (
        <Text size="xs" className="quiet" mt={2}>
          {hint}
        </Text>
      )}
    </>
  );
}

function Runs({ agent }: { agent: AgentView }) {
  const { t, share } = useText();
  if (agent.running.length === 0) return null;
  return (
    <Stack gap={6} mt={6}>
      {agent.running.map((run) => {
        const percent = percentDone([run.progress]);
        const stage = t.stage[run.progress?.stage ?? "starting"];
        return (
          <div key={run.jobId} style={{ maxWidth: 200 }}>
            <ProgressBar size={5} percent={percent} label={t.scan.progressOf(agent.name)} />
            <Anchor component={Link} href={`/scans/${run.scanId}`} size="xs">
              {percent === null ? stage : `${stage} · ${share(percent, 100)}`}
            </Anchor>
          </div>
        );
      })}
    </Stack>
  );
}

function Offers({ agent, mayAct }: { agent: AgentView; mayAct: boolean }) {
  const { t } = useText();
  const tried = mayAct && (agent.state === "idle" || agent.state === "busy") ? agent.databases : [];
  const lines = [
    { name: t.agents.kinds, values: agent.kinds.map((kind) => t.kind[kind]) },
    { name: t.agents.sources, values: agent.sources.filter((name) => !tried.includes(name)) },
    { name: t.agents.labels, values: agent.labels },
  ].filter(({ values }) => values.length > 0);
  return (
    <Stack gap={2}>
      {lines.map(({ name, values }) => (
        <Text key={name} size="xs" style={{ overflowWrap: "anywhere" }}>
          <span className="quiet">{name}: </span>
          {values.join(", ")}
        </Text>
      ))}
      {tried.length > 0 && (
        <Text size="xs" className="quiet">
          {t.agents.databases}:
        </Text>
      )}
      {tried.map((source) => (
        <SourceCheckLine key={source} agentId={agent.id} source={source} />
      ))}
    </Stack>
  );
}

function actions({ t }: Words, onAsk: OnAsk): Column<AgentView> {
  return {
    id: "actions",
    header: t.agents.actions,
    quietHeader: true,
    width: "48px",
    cell: (agent) => (
      <Menu position="bottom-end" width={250}>
        <Menu.Target>
          <ActionIcon variant="subtle" color="gray" size="sm" aria-label={t.agents.actionsFor(agent.name)}>
            <DotsIcon size={16} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          {(agent.state === "idle" || agent.state === "busy") && (
            <Menu.Item onClick={() => onAsk("drain", agent)}>
              {t.agents.drain}
              <Text size="xs" className="quiet">
                {t.agents.drainHint}
              </Text>
            </Menu.Item>
          )}
          <Menu.Item onClick={() => onAsk("revoke", agent)}>
            <Text size="sm" style={{ color: "var(--sev-critical)" }}>
              {t.agents.revoke}
            </Text>
            <Text size="xs" className="quiet">
              {t.agents.revokeHint}
            </Text>
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
    ),
  };
}
