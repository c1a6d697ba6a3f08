import { Alert } from "@mantine/core";
import type { ReactNode } from "react";
import { errorSentence } from "../i18n/error-sentence.ts";
import { useText } from "../i18n/text.tsx";
import { InfoIcon, WarningIcon } from "./icons.tsx";

interface Props {
  tone: "problem" | "warning" | "info";
  title?: string;
  children?: ReactNode;
}

const COLOR = { problem: "red", warning: "orange", info: "gray" } as const;

export function Notice({ tone, title, children }: Props) {
  return (
    <Alert
      color={COLOR[tone]}
      variant="light"
      title={title}
      icon={tone === "info" ? <InfoIcon /> : <WarningIcon />}
      // Only a problem interrupts; "status" waits for a pause in what is read out.
      role={tone === "problem" ? "alert" : "status"}
      styles={{
        message: { color: "var(--mantine-color-text)" },
        title: { color: "var(--mantine-color-text)" },
      }}
    >
      {children}
    </Alert>
  );
}

/** What an action that did not work has to say; nothing while there is no error. */
export function ActionError({ error }: { error: unknown }) {
  const text = useText();
  if (error === null || error === undefined) return null;
  return (
    <Notice tone="problem" title={text.t.errors.actionTitle}>
      {errorSentence(text, error)}
    </Notice>
  );
}
