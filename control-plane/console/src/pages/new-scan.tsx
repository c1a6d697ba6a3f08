import {
  Button,
  Checkbox,
  Collapse,
  Group,
  Modal,
  NativeSelect,
  Radio,
  Stack,
  TextInput,
} from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { PRIORITIES, type Priority } from "@dataguardian/shared/domain";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { type SyntheticEvent, useState } from "react";
import { useLocation } from "wouter";
import { sourcesQuery } from "../api/fleet.ts";
import { keys } from "../api/keys.ts";
import { createScan } from "../api/scans.ts";
import { Disclosure } from "../components/disclosure.tsx";
import { ActionError, Notice } from "../components/notice.tsx";
import { useText } from "../i18n/text.tsx";
import { EMPTY_AI_USE } from "./ai-use-draft.ts";
import { AiUseQuestions } from "./ai-use-questions.tsx";
import { FindPerson } from "./find-person.tsx";
import {
  DRAFT_KINDS,
  type DraftKind,
  EMPTY_DRAFT,
  faultsOf,
  MAX_SHARDS,
  requestOf,
  type ScanDraft,
} from "./scan-draft.ts";

const PRIORITY_NAMES = Object.keys(PRIORITIES) as Priority[];

/** No kind of scan of its own: a search in a source of one. */
const PERSON = "person";

export function NewScan({ onClose }: { onClose: () => void }) {
  const { t } = useText();
  const client = useQueryClient();
  const [, navigate] = useLocation();
  const sources = useQuery(sourcesQuery);
  const [edited, setDraft] = useState<Partial<ScanDraft>>({});
  const [advanced, { toggle }] = useDisclosure(false);
  const [checked, setChecked] = useState(false);
  const [ofPerson, setOfPerson] = useState(false);
  // One key for this form: a second click, or a second try after a lost reply, asks for the same scan.
  const [idempotencyKey] = useState(() => crypto.randomUUID());

  const kind = edited.kind ?? EMPTY_DRAFT.kind;
  const names = (sources.data ?? []).filter((source) => source.kind === kind).map((source) => source.name);
  // An agent reaches a database with credentials of its own: there is no other way to name one.
  const bySource = kind === "database" ? { by: "source" as const } : {};
  const by = names.length > 0 ? "source" : "target";
  const draft: ScanDraft = { ...EMPTY_DRAFT, by, ...edited, ...bySource };
  const change = (part: Partial<ScanDraft>) => setDraft((before) => ({ ...before, ...part }));
  const faults = checked ? faultsOf(draft) : {};
  const submit = useMutation({
    mutationFn: () => createScan(requestOf(draft), idempotencyKey),
    onSuccess: (scan) => {
      client.setQueryData(keys.scan(scan.id), scan);
      void client.invalidateQueries({ queryKey: keys.scans });
      navigate(`/scans/${scan.id}`);
    },
  });
  const onSubmit = (event: SyntheticEvent) => {
    event.preventDefault();
    setChecked(true);
    if (Object.keys(faultsOf(draft)).length === 0) submit.mutate();
  };

  const kindChoice = (
    <NativeSelect
      label={t.newScan.kind}
      data={[
        ...DRAFT_KINDS.map((value) => ({ value, label: t.newScan.kinds[value] })),
        { value: PERSON, label: t.person.kind },
      ]}
      value={ofPerson ? PERSON : draft.kind}
      onChange={(event) => {
        const { value } = event.currentTarget;
        setOfPerson(value === PERSON);
        if (value !== PERSON) change({ kind: value as DraftKind, source: "" });
      }}
    />
  );
  if (ofPerson)
    return (
      <Modal
        opened
        onClose={onClose}
        title={t.person.short}
        size="lg"
        closeButtonProps={{ "aria-label": t.app.close }}
      >
        <FindPerson choice={kindChoice} onClose={onClose} />
      </Modal>
    );

  return (
    <Modal
      opened
      onClose={onClose}
      title={t.newScan.title}
      size="lg"
      closeButtonProps={{ "aria-label": t.app.close }}
    >
      <form onSubmit={onSubmit} noValidate>
        <Stack>
          {kindChoice}
          <Radio.Group
            label={t.newScan.where}
            value={draft.by}
            onChange={(by) => change({ by: by === "source" ? "source" : "target" })}
          >
            <Group mt={6} gap="lg">
              <Radio value="source" label={t.newScan.fromSource} />
              {kind !== "database" && <Radio value="target" label={t.newScan.fromTarget} />}
            </Group>
          </Radio.Group>
          {draft.by === "source" && names.length === 0 && !sources.isPending && (
            <Notice tone="info">{t.newScan.noSources}</Notice>
          )}
          {draft.by === "source" && names.length > 0 && (
            <NativeSelect
              label={t.newScan.source}
              description={t.newScan.sourceHint}
              data={[{ value: "", label: t.newScan.sourcePlaceholder, disabled: true }, ...names]}
              value={draft.source}
              onChange={(event) => change({ source: event.currentTarget.value })}
              error={faults.source && t.newScan.sourceMissing}
            />
          )}
          {draft.by === "target" && draft.kind !== "database" && (
            <TextInput
              label={t.newScan.target}
              description={t.newScan.targetHints[draft.kind]}
              placeholder={t.newScan.targetPlaceholders[draft.kind]}
              value={draft.target}
              onChange={(event) => change({ target: event.currentTarget.value })}
              error={faults.target && t.newScan.targetMissing}
              spellCheck={false}
              autoCapitalize="off"
              data-autofocus
            />
          )}
          {draft.kind === "ai-model" && (
            <div>
              <Disclosure
                opened={draft.aiUse !== null}
                onToggle={() => change({ aiUse: draft.aiUse === null ? EMPTY_AI_USE : null })}
                label={t.aiUse.ask}
              />
              {draft.aiUse !== null && (
                <AiUseQuestions
                  draft={draft.aiUse}
                  onChange={(part) => change({ aiUse: { ...EMPTY_AI_USE, ...draft.aiUse, ...part } })}
                  checked={checked}
                />
              )}
            </div>
          )}
          <Notice tone="info">{t.newScan.policy}</Notice>
          <div>
            <Disclosure
              opened={advanced || faults.ref === true}
              onToggle={toggle}
              label={t.newScan.advanced}
            />
            <Collapse expanded={advanced || faults.ref === true}>
              <Stack pt="sm">
                <Group grow align="flex-start">
                  <NativeSelect
                    label={t.newScan.priority}
                    data={PRIORITY_NAMES.map((value) => ({ value, label: t.priority[value] }))}
                    value={draft.priority}
                    onChange={(event) => change({ priority: event.currentTarget.value as Priority })}
                  />
                  <TextInput
                    type="number"
                    label={t.newScan.shards}
                    description={t.newScan.shardsHint}
                    inputWrapperOrder={["label", "input", "description", "error"]}
                    min={1}
                    max={MAX_SHARDS}
                    value={draft.shards}
                    onChange={(event) => change({ shards: event.currentTarget.value })}
                  />
                </Group>
                {draft.kind === "code" && (
                  <>
                    <TextInput
                      label={t.newScan.ref}
                      description={t.newScan.refHint}
                      value={draft.ref}
                      onChange={(event) => change({ ref: event.currentTarget.value })}
                      error={faults.ref && t.newScan.refInvalid}
                      spellCheck={false}
                    />
                    <Checkbox
                      label={t.newScan.history}
                      description={t.newScan.historyHint}
                      checked={draft.history}
                      onChange={(event) => change({ history: event.currentTarget.checked })}
                    />
                  </>
                )}
              </Stack>
            </Collapse>
          </div>
          <ActionError error={submit.error} />
          <Group justify="flex-end" gap="sm">
            <Button variant="default" onClick={onClose}>
              {t.app.cancel}
            </Button>
            <Button type="submit" loading={submit.isPending}>
              {t.newScan.submit}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
