import { Group, Text, Title } from "@mantine/core";
import { type ReactNode, useId } from "react";

interface Props {
  title: string;
  subtitle?: string | undefined;
  aside?: ReactNode;
  children: ReactNode;
}

/** A titled part of a page. */
export function Section({ title, subtitle, aside, children }: Props) {
  const id = useId();
  return (
    <section aria-labelledby={id}>
      <Group justify="space-between" align="flex-end" gap="sm" mb={10}>
        <div>
          <Title order={2} id={id}>
            {title}
          </Title>
          {subtitle !== undefined && (
            <Text size="xs" className="quiet" mt={2}>
              {subtitle}
            </Text>
          )}
        </div>
        {aside}
      </Group>
      {children}
    </section>
  );
}
