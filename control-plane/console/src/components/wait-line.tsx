import { Anchor, Group, Text } from "@mantine/core";
import type { WaitReason } from "@dataguardian/shared/api";
import { Link } from "wouter";
import { useText } from "../i18n/text.tsx";
import { refusalLines, waitSentence } from "../i18n/wait-sentence.ts";
import { ChevronIcon } from "./icons.tsx";
import { useNow } from "./use-now.ts";

/** Why something waits, with who refuses it or what holds it up. */
export function WaitLine({ wait }: { wait: WaitReason }) {
  const text = useText();
  const now = useNow(1_000);
  const refusals = refusalLines(text, wait);
  return (
    <div>
      {waitSentence(text, wait, now)}
      {refusals.map((line) => (
        <Text key={line} size="xs" className="quiet" mt={2}>
          {line}
        </Text>
      ))}
      {wait.why === "concurrency_key" && (
        <Anchor component={Link} href={`/scans/${wait.heldByScan}`} size="xs" display="block" mt={2}>
          <Group component="span" gap={2}>
            {text.t.wait.openHolder}
            <ChevronIcon size={12} />
          </Group>
        </Anchor>
      )}
    </div>
  );
}
