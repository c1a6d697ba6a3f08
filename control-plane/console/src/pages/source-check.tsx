import { Anchor, Loader, Text } from "@mantine/core";
import type { SourceCheck } from "@dataguardian/shared/domain";
import { useMutation } from "@tanstack/react-query";
import { checkSource } from "../api/fleet.ts";
import { StateBadge } from "../components/state-badge.tsx";
import { errorSentence } from "../i18n/error-sentence.ts";
import { type Text as Words, useText } from "../i18n/text.tsx";

/** A database of an agent, with a button that lets the agent try to get in, and the sentence that it comes back with. */
export function SourceCheckLine({ agentId, source }: { agentId: string; source: string }) {
  const text = useText();
  const { t } = text;
  const check = useMutation({ mutationFn: () => checkSource(agentId, source) });
  return (
    <div>
      <Text span size="xs" style={{ overflowWrap: "anywhere" }}>
        {source}
      </Text>{" "}
      {check.isPending ? (
        <Text span size="xs" className="quiet">
          <Loader size={10} mr={4} />
          {t.sourceCheck.testing}
        </Text>
      ) : (
        <Anchor
          component="button"
          type="button"
          size="xs"
          aria-label={t.sourceCheck.labelled(source)}
          onClick={() => check.mutate()}
        >
          {t.sourceCheck.test}
        </Anchor>
      )}
      <div role="status">
        {check.isSuccess && <Outcome check={check.data} />}
        {check.isError && (
          <Text size="xs">
            <StateBadge tone="bad" label={errorSentence(text, check.error)} wraps />
          </Text>
        )}
      </div>
    </div>
  );
}

function Outcome({ check }: { check: SourceCheck }) {
  const text = useText();
  const tone = check.fault !== null ? "bad" : check.doubts.length > 0 ? "waiting" : "good";
  return (
    <Text size="xs">
      <StateBadge tone={tone} label={sentenceOf(check, text)} wraps />
    </Text>
  );
}

function sentenceOf({ fault, doubts, tables }: SourceCheck, { t, number }: Words): string {
  const { faults, doubts: words, ok, okBut, and, someTables } = t.sourceCheck;
  if (fault !== null) return faults[fault];
  if (doubts.length === 0) return ok;
  const said = doubts.map((doubt) =>
    doubt === "some tables" && tables !== undefined
      ? someTables(number(tables.readable), number(tables.all))
      : words[doubt],
  );
  return okBut(said.join(and));
}
