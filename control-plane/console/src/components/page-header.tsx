import { Group, Text, Title } from "@mantine/core";
import { type ReactNode, useEffect } from "react";

interface Props {
  title: string;
  subtitle?: ReactNode;
  action?: ReactNode;
}

/** The page's one `h1`; also names the browser's tab. */
export function PageHeader({ title, subtitle, action }: Props) {
  useEffect(() => {
    document.title = `${title} · DataGuardian`;
  }, [title]);
  return (
    <Group justify="space-between" align="flex-start" gap="md" mb="lg">
      <div style={{ minWidth: 0, flex: "1 1 260px" }}>
        <Title order={1} style={{ overflowWrap: "anywhere" }}>
          {title}
        </Title>
        {subtitle !== undefined && (
          <Text component="div" size="sm" className="quiet" mt={4}>
            {subtitle}
          </Text>
        )}
      </div>
      {action}
    </Group>
  );
}
