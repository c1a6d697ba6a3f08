import { Button, Group, Modal, Stack, Text } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { useText } from "../i18n/text.tsx";
import { ActionError } from "./notice.tsx";

interface Props {
  title: string;
  text: string;
  confirm: string;
  /** Wording of the way out; "Cancel" where that cannot be misread. */
  dismiss?: string;
  danger?: boolean;
  action: () => Promise<unknown>;
  onClose: () => void;
}

/** Asks before something that cannot be undone. Stays open, with the reason, when it does not work. */
export function Confirm({ title, text, confirm, dismiss, danger = false, action, onClose }: Props) {
  const { t } = useText();
  const run = useMutation({ mutationFn: action, onSuccess: onClose });
  return (
    <Modal opened onClose={onClose} title={title} closeButtonProps={{ "aria-label": t.app.close }}>
      <Stack>
        <Text size="sm">{text}</Text>
        <ActionError error={run.error} />
        <Group justify="flex-end" gap="sm">
          <Button variant="default" onClick={onClose} data-autofocus>
            {dismiss ?? t.app.cancel}
          </Button>
          <Button {...(danger && { color: "red.9" })} loading={run.isPending} onClick={() => run.mutate()}>
            {confirm}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
