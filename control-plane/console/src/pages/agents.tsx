import { Button, Stack } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import type { AgentView } from "@dataguardian/shared/api";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { agentsQuery, drainAgent, revokeAgent } from "../api/fleet.ts";
import { Confirm } from "../components/confirm.tsx";
import { Disclosure } from "../components/disclosure.tsx";
import { Empty } from "../components/empty.tsx";
import { PlusIcon } from "../components/icons.tsx";
import { Loaded } from "../components/loaded.tsx";
import { PageHeader } from "../components/page-header.tsx";
import { useText } from "../i18n/text.tsx";
import { usePolling } from "../live/live-provider.tsx";
import { useIsAdmin } from "../session/session-gate.tsx";
import { AddAgent } from "./add-agent.tsx";
import { AgentsTable } from "./agents-table.tsx";
import { EnrolmentTokens } from "./enrolment-tokens.tsx";

type Asked = { what: "drain" | "revoke"; agent: AgentView };

export function AgentsPage() {
  const { t } = useText();
  const agents = useQuery({ ...agentsQuery, refetchInterval: usePolling() });
  const isAdmin = useIsAdmin();
  const [adding, { open, close }] = useDisclosure(false);
  const [asked, setAsked] = useState<Asked | null>(null);
  const add = isAdmin && (
    <Button leftSection={<PlusIcon size={16} />} onClick={open}>
      {t.agents.add}
    </Button>
  );
  return (
    <>
      <PageHeader title={t.agents.title} subtitle={t.agents.subtitle} action={add} />
      <Stack gap="lg">
        <Loaded query={agents}>
          {(all) =>
            all.length === 0 ? (
              <Empty title={t.agents.emptyTitle} text={t.agents.emptyText} action={add} />
            ) : (
              <Fleet all={all} onAsk={isAdmin ? (what, agent) => setAsked({ what, agent }) : null} />
            )
          }
        </Loaded>
        {isAdmin && <EnrolmentTokens />}
      </Stack>
      {adding && <AddAgent onClose={close} />}
      {asked !== null && (
        <AskFirst asked={asked} onClose={() => setAsked(null)} onDone={() => void agents.refetch()} />
      )}
    </>
  );
}

type OnAsk = (what: Asked["what"], agent: AgentView) => void;

/** Revoked agents are history: named last, and only when asked for. */
function Fleet({ all, onAsk }: { all: readonly AgentView[]; onAsk: OnAsk | null }) {
  const { t } = useText();
  const [shown, { toggle }] = useDisclosure(false);
  const revoked = all.filter((agent) => agent.state === "revoked");
  const present = all.filter((agent) => agent.state !== "revoked");
  return (
    <Stack gap="sm" align="stretch">
      {present.length > 0 && <AgentsTable label={t.agents.title} agents={present} onAsk={onAsk} />}
      {revoked.length > 0 && (
        <>
          <Disclosure opened={shown} onToggle={toggle} label={t.agents.hidden(revoked.length)} />
          {shown && <AgentsTable label={t.agentState.revoked} agents={revoked} onAsk={null} />}
        </>
      )}
    </Stack>
  );
}

function AskFirst({
  asked: { what, agent },
  onClose,
  onDone,
}: {
  asked: Asked;
  onClose: () => void;
  onDone: () => void;
}) {
  const { t } = useText();
  const drain = what === "drain";
  return (
    <Confirm
      title={drain ? t.agents.drainTitle(agent.name) : t.agents.revokeTitle(agent.name)}
      text={drain ? t.agents.drainText : t.agents.revokeText}
      confirm={drain ? t.agents.drain : t.agents.revokeConfirm}
      danger={!drain}
      action={async () => {
        await (drain ? drainAgent(agent.id) : revokeAgent(agent.id));
        onDone();
      }}
      onClose={onClose}
    />
  );
}
