import { Button } from "@mantine/core";
import { ChevronIcon } from "./icons.tsx";

/** Shows or hides what follows it. */
export function Disclosure(props: { opened: boolean; onToggle: () => void; label: string }) {
  return (
    <Button
      variant="subtle"
      color="gray"
      size="xs"
      px={6}
      onClick={props.onToggle}
      aria-expanded={props.opened}
      style={{ alignSelf: "flex-start" }}
      leftSection={
        <span style={{ display: "flex", rotate: props.opened ? "90deg" : undefined }}>
          <ChevronIcon size={14} />
        </span>
      }
    >
      {props.label}
    </Button>
  );
}
