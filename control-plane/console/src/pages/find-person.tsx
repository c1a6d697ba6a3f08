import { Button, Checkbox, Group, NativeSelect, SimpleGrid, Stack, Text, TextInput } from "@mantine/core";
import { canSeal, sealFingerprint } from "@dataguardian/shared/seal";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { type ReactNode, type SyntheticEvent, useRef, useState } from "react";
import { useLocation } from "wouter";
import { agentsQuery, sourcesQuery } from "../api/fleet.ts";
import { keys } from "../api/keys.ts";
import { createScan, type NewScan } from "../api/scans.ts";
import { ActionError, Notice } from "../components/notice.tsx";
import { useText } from "../i18n/text.tsx";
import { useMe } from "../session/session-gate.tsx";
import {
  EMPTY_PERSON,
  PERSON_FIELDS,
  personFaults,
  type PersonSource,
  personSources,
  type SealedAgent,
  sealedRequest,
} from "./person-draft.ts";

const INPUT_TYPES = { birthDate: "date", email: "email", phone: "tel" } as const;

const idOf = ({ kind, name }: PersonSource) => `${kind}/${name}`;

/** The form of a search for one person. What is typed stays in this component, and goes with it (P9). */
export function FindPerson({ choice, onClose }: { choice: ReactNode; onClose: () => void }) {
  const { t } = useText();
  const client = useQueryClient();
  const [, navigate] = useLocation();
  const { tenant } = useMe();
  const sources = useQuery(sourcesQuery);
  const agents = useQuery(agentsQuery);
  const able = useQuery({ queryKey: ["can-seal"], queryFn: canSeal, staleTime: Infinity });
  const [draft, setDraft] = useState(EMPTY_PERSON);
  const [chosen, setChosen] = useState("");
  // An answer to a request of access has to be whole, whatever time that takes.
  const [withFiles, setWithFiles] = useState(true);
  const [checked, setChecked] = useState(false);
  // A second try after a lost reply asks with the same box for the same search: sealed anew, it would be another one.
  const sealed = useRef<{ of: string; key: string; request: NewScan } | null>(null);

  const places = personSources(sources.data ?? [], agents.data ?? []);
  const place = places.find((one) => idOf(one) === chosen) ?? places[0];
  const faults = checked ? personFaults(draft) : {};
  const submit = useMutation({
    gcTime: 0,
    mutationFn: async () => {
      if (place === undefined) throw new Error("no source");
      const of = JSON.stringify([draft, place, withFiles]);
      if (sealed.current?.of !== of) {
        const request = await sealedRequest(draft, place, tenant.id, withFiles);
        sealed.current = { of, key: crypto.randomUUID(), request };
      }
      return createScan(sealed.current.request, sealed.current.key);
    },
    onSuccess: (scan) => {
      client.setQueryData(keys.scan(scan.id), scan);
      void client.invalidateQueries({ queryKey: keys.scans });
      navigate(`/scans/${scan.id}`);
    },
  });
  const onSubmit = (event: SyntheticEvent) => {
    event.preventDefault();
    setChecked(true);
    if (Object.keys(personFaults(draft)).length === 0) submit.mutate();
  };

  return (
    <form onSubmit={onSubmit} noValidate autoComplete="off">
      <Stack>
        {choice}
        <Text size="sm" className="quiet">
          {t.person.intro}
        </Text>
        {able.data === false && <Notice tone="problem">{t.person.cannotSeal}</Notice>}
        {place === undefined ? (
          !sources.isPending && !agents.isPending && <Notice tone="warning">{t.person.noSource}</Notice>
        ) : (
          <>
            <NativeSelect
              label={t.person.source}
              description={t.person.sourceHint}
              data={places.map((one) => ({ value: idOf(one), label: `${one.name} (${t.kind[one.kind]})` }))}
              value={idOf(place)}
              onChange={(event) => setChosen(event.currentTarget.value)}
            />
            <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm" verticalSpacing="sm">
              {PERSON_FIELDS.map((kind) => (
                <TextInput
                  key={kind}
                  type={kind in INPUT_TYPES ? INPUT_TYPES[kind as keyof typeof INPUT_TYPES] : "text"}
                  label={t.person.fields[kind]}
                  description={kind === "name" || kind === "birthDate" ? t.person.hints[kind] : undefined}
                  inputWrapperOrder={["label", "input", "description", "error"]}
                  value={draft[kind]}
                  onChange={(event) => setDraft({ ...draft, [kind]: event.currentTarget.value })}
                  error={faults[kind] && t.person.faults[kind]}
                  maxLength={200}
                  autoComplete="off"
                  spellCheck={false}
                  autoCapitalize="off"
                />
              ))}
            </SimpleGrid>
            {faults.empty && <Notice tone="problem">{t.person.faults.empty}</Notice>}
            {faults.birthDateAlone && <Notice tone="problem">{t.person.faults.birthDateAlone}</Notice>}
            {place.kind === "database" && (
              <Checkbox
                label={t.person.files}
                description={t.person.filesHint}
                checked={withFiles}
                onChange={(event) => setWithFiles(event.currentTarget.checked)}
              />
            )}
            <SealedTo agents={place.agents} />
          </>
        )}
        <ActionError error={submit.error} />
        <Group justify="flex-end" gap="sm">
          <Button variant="default" onClick={onClose}>
            {t.app.cancel}
          </Button>
          <Button
            type="submit"
            loading={submit.isPending}
            disabled={place === undefined || able.data !== true}
          >
            {t.person.submit}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

/** Who will be able to read it, by keys that people can compare. */
function SealedTo({ agents }: { agents: readonly SealedAgent[] }) {
  const { t } = useText();
  const prints = useQuery({
    queryKey: ["seal-fingerprints", agents.map(({ sealKey }) => sealKey)],
    queryFn: () => Promise.all(agents.map(({ sealKey }) => sealFingerprint(sealKey))),
    staleTime: Infinity,
  });
  return (
    <div>
      <Text size="sm" fw={500}>
        {t.person.sealedTo}
      </Text>
      {agents.map(({ id, name }, i) => (
        <Text key={id} size="sm">
          {name} <span className="code-text">{prints.data?.[i] ?? ""}</span>
        </Text>
      ))}
      <Text size="xs" className="quiet" mt={2}>
        {t.person.compare}
      </Text>
    </div>
  );
}
