import { Checkbox, Group, NativeSelect, Radio, Stack, Text } from "@mantine/core";
import {
  type AiUse,
  ANNEX_III,
  PROHIBITED_PRACTICES,
  type ProhibitedPractice,
} from "@dataguardian/shared/catalog";
import type { Language } from "../i18n/language.ts";
import { type Text as Texts, useText } from "../i18n/text.tsx";
import { aiUseFaults, type AiUseDraft, AREAS, AUTONOMIES, PERSONS } from "./ai-use-draft.ts";

const DOES = ["profiling", "conversation", "generates"] as const;
const PRACTICES = Object.keys(PROHIBITED_PRACTICES) as ProhibitedPractice[];

/** The name of an area of use, which the law gives for those of Annex III. */
export function areaName(area: AiUse["domain"], language: Language, t: Texts["t"]): string {
  return area === "product" || area === "none" ? t.aiUse.areas[area] : ANNEX_III[area].name[language];
}

interface Props {
  draft: AiUseDraft;
  onChange: (part: Partial<AiUseDraft>) => void;
  /** Whether open questions are pointed out. */
  checked: boolean;
}

/** Choices alone: what is answered here holds no text, and so no name of anyone. */
export function AiUseQuestions({ draft, onChange, checked }: Props) {
  const { t, language } = useText();
  const faults = checked ? aiUseFaults(draft) : {};
  return (
    <Stack gap="md">
      <Text size="sm" className="quiet">
        {t.aiUse.intro}
      </Text>
      <NativeSelect
        label={t.aiUse.domain}
        description={t.aiUse.domainHint}
        data={[
          { value: "", label: t.aiUse.domainPlaceholder, disabled: true },
          ...AREAS.map((value) => ({ value, label: areaName(value, language, t) })),
        ]}
        value={draft.domain}
        onChange={(event) => onChange({ domain: event.currentTarget.value as AiUse["domain"] })}
        error={faults.domain && t.aiUse.domainMissing}
      />
      <Radio.Group
        label={t.aiUse.autonomy}
        value={draft.autonomy}
        onChange={(autonomy) => onChange({ autonomy: autonomy as AiUse["autonomy"] })}
        error={faults.autonomy && t.aiUse.autonomyMissing}
      >
        <Stack mt={6} gap={8}>
          {AUTONOMIES.map((value) => (
            <Radio key={value} value={value} label={t.aiUse.autonomies[value]} />
          ))}
        </Stack>
      </Radio.Group>
      <Checkbox.Group
        label={t.aiUse.persons}
        value={draft.persons}
        onChange={(persons) => onChange({ persons: persons as AiUse["persons"] })}
      >
        <Group mt={6} gap="8px 18px">
          {PERSONS.map((value) => (
            <Checkbox key={value} value={value} label={t.aiUse.personNames[value]} />
          ))}
        </Group>
      </Checkbox.Group>
      <Checkbox.Group
        label={t.aiUse.what}
        value={DOES.filter((name) => draft[name])}
        onChange={(does) => onChange(Object.fromEntries(DOES.map((name) => [name, does.includes(name)])))}
      >
        <Stack mt={6} gap={8}>
          {DOES.map((name) => (
            <Checkbox key={name} value={name} label={t.aiUse[name]} />
          ))}
        </Stack>
      </Checkbox.Group>
      <Checkbox.Group
        label={t.aiUse.practices}
        description={t.aiUse.practicesHint}
        value={draft.practices}
        onChange={(practices) => onChange({ practices: practices as AiUse["practices"] })}
      >
        <Stack mt={6} gap={8}>
          {PRACTICES.map((value) => (
            <Checkbox key={value} value={value} label={PROHIBITED_PRACTICES[value].name[language]} />
          ))}
        </Stack>
      </Checkbox.Group>
    </Stack>
  );
}
