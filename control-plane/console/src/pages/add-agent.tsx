import { Button, Group, Modal, Stack, Text, TextInput, Title } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type ReactNode, type SyntheticEvent, useState } from "react";
import { createEnrolmentToken } from "../api/fleet.ts";
import { keys } from "../api/keys.ts";
import { Copyable } from "../components/copyable.tsx";
import { ActionError, Notice } from "../components/notice.tsx";
import { useText } from "../i18n/text.tsx";
import { agentConfig, COMMANDS } from "./enrolment-commands.ts";

export function AddAgent({ onClose }: { onClose: () => void }) {
  const { t, dateTime } = useText();
  const client = useQueryClient();
  const [name, setName] = useState("");
  const [checked, setChecked] = useState(false);
  const create = useMutation({
    mutationFn: () => createEnrolmentToken(name.trim()),
    onSuccess: () => client.invalidateQueries({ queryKey: keys.enrolmentTokens }),
    // The token lives as long as this dialogue.
    gcTime: 0,
  });
  const made = create.data;
  const onSubmit = (event: SyntheticEvent) => {
    event.preventDefault();
    setChecked(true);
    if (name.trim() !== "") create.mutate();
  };
  return (
    <Modal
      opened
      onClose={onClose}
      title={t.enrol.title}
      size="lg"
      // A slip beside the dialogue must not lose a token that is shown once.
      closeOnClickOutside={made === undefined}
      closeOnEscape={made === undefined}
      closeButtonProps={{ "aria-label": t.app.close }}
    >
      {made === undefined ? (
        <form onSubmit={onSubmit} noValidate>
          <Stack>
            <Text size="sm">{t.enrol.intro}</Text>
            <TextInput
              label={t.enrol.name}
              description={t.enrol.nameHint}
              placeholder={t.enrol.namePlaceholder}
              value={name}
              maxLength={80}
              onChange={(event) => setName(event.currentTarget.value)}
              error={checked && name.trim() === "" && t.enrol.nameMissing}
              data-autofocus
            />
            <ActionError error={create.error} />
            <Group justify="flex-end" gap="sm">
              <Button variant="default" onClick={onClose}>
                {t.app.cancel}
              </Button>
              <Button type="submit" loading={create.isPending}>
                {t.enrol.submit}
              </Button>
            </Group>
          </Stack>
        </form>
      ) : (
        <Stack gap="lg">
          <Notice tone="warning" title={t.enrol.once}>
            {t.enrol.expires(dateTime(made.expiresAt), made.usesLeft)}
          </Notice>
          <Step title={t.enrol.configTitle} text={t.enrol.configText}>
            <Copyable label="agent.yaml" text={agentConfig(location.origin)} />
          </Step>
          <Step title={t.enrol.keyTitle} text={t.enrol.keyText}>
            <Copyable label={t.enrol.keyTitle} text={COMMANDS.createKey} />
          </Step>
          <Step title={t.enrol.enrolTitle}>
            <Copyable label={t.enrol.enrolTitle} text={COMMANDS.enrol(location.origin, made.token)} />
          </Step>
          <Step title={t.enrol.runTitle} text={t.enrol.runText}>
            <Copyable label={t.enrol.runTitle} text={COMMANDS.run} />
          </Step>
          <Group justify="flex-end">
            <Button onClick={onClose}>{t.enrol.done}</Button>
          </Group>
        </Stack>
      )}
    </Modal>
  );
}

function Step({ title, text, children }: { title: string; text?: string; children: ReactNode }) {
  return (
    <div>
      <Title order={3}>{title}</Title>
      {text !== undefined && (
        <Text size="xs" className="quiet" mt={2}>
          {text}
        </Text>
      )}
      <div style={{ marginTop: 8 }}>{children}</div>
    </div>
  );
}
