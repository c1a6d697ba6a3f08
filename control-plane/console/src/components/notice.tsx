import { Alert } from "@mantine/core";
import type { ReactNode } from "react";
import { errorSentence } from "../i18n/error-sentence.ts";
import { useText } from "../i18n/text.tsx";
import { InfoIcon, WarningIcon } from "./icons.tsx";
import styles from "./notice.module.css";

interface Props {
  tone: "problem" | "warning" | "info";
  title?: string;
  children?: ReactNode;
}

export function Notice({ tone, title, children }: Props) {
  return (
    <Alert
      variant="default"
      title={title}
      icon={tone === "info" ? <InfoIcon /> : <WarningIcon />}
      // Only a problem interrupts; "status" waits for a pause in what is read out.
      role={tone === "problem" ? "alert" : "status"}
      className={styles["notice"] ?? ""}
      data-tone={tone}
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
