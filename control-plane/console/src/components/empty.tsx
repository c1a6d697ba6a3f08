import { Stack, Text, Title } from "@mantine/core";
import type { ReactNode } from "react";

/** Says that there is nothing, and what to do about it. */
export function Empty({ title, text, action }: { title: string; text: string; action?: ReactNode }) {
  return (
    <Stack className="card" align="center" gap={6} py={56} px="md" ta="center">
      <Title order={2}>{title}</Title>
      <Text size="sm" className="quiet" maw={420}>
        {text}
      </Text>
      {action !== undefined && <div style={{ marginTop: 14 }}>{action}</div>}
    </Stack>
  );
}
