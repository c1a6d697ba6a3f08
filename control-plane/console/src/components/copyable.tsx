import { ActionIcon, CopyButton } from "@mantine/core";
import { useText } from "../i18n/text.tsx";
import styles from "./copyable.module.css";
import { CheckIcon, CopyIcon } from "./icons.tsx";

/** A command or file, set apart and copied with one click. */
export function Copyable({ text, label }: { text: string; label: string }) {
  const { t } = useText();
  return (
    <div className={styles["box"]}>
      <pre className={styles["text"]}>{text}</pre>
      <CopyButton value={text}>
        {({ copied, copy }) => (
          <ActionIcon
            variant="subtle"
            color={copied ? "green" : "gray"}
            className={styles["button"] ?? ""}
            onClick={copy}
            aria-label={copied ? t.app.copied : `${t.app.copy}: ${label}`}
          >
            {copied ? <CheckIcon size={16} /> : <CopyIcon size={16} />}
          </ActionIcon>
        )}
      </CopyButton>
    </div>
  );
}
