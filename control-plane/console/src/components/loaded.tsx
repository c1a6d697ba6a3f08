import { Button, Skeleton, Stack } from "@mantine/core";
import type { ReactNode } from "react";
import { errorSentence } from "../i18n/error-sentence.ts";
import { useText } from "../i18n/text.tsx";
import { Notice } from "./notice.tsx";

interface Query<T> {
  data: T | undefined;
  error: unknown;
  refetch: () => unknown;
}

interface Props<T> {
  query: Query<T>;
  /** Rows of the placeholder while nothing has come yet. */
  rows?: number;
  children: (data: T) => ReactNode;
}

/** A reply in its three states. A failed refresh keeps what was there: the polling goes on. */
export function Loaded<T>({ query, rows = 4, children }: Props<T>) {
  const text = useText();
  if (query.data !== undefined) return children(query.data);
  if (query.error !== null && query.error !== undefined) {
    return (
      <Notice tone="problem" title={text.t.errors.title}>
        <Stack gap="sm" align="flex-start">
          {errorSentence(text, query.error)}
          <Button variant="default" size="xs" onClick={() => void query.refetch()}>
            {text.t.app.retry}
          </Button>
        </Stack>
      </Notice>
    );
  }
  return (
    <Stack gap="xs" aria-busy="true" aria-label={text.t.app.loading} role="status">
      {Array.from({ length: rows }, (_, i) => (
        <Skeleton key={i} height={48} radius="md" />
      ))}
    </Stack>
  );
}
