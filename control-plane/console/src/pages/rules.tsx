import { Anchor, Checkbox, NativeSelect, SimpleGrid, Stack, Text, Textarea, TextInput } from "@mantine/core";
import type { RuleTestMatch } from "@dataguardian/shared/rule-test";
import { Fragment, useState } from "react";
import { Copyable } from "../components/copyable.tsx";
import { Notice } from "../components/notice.tsx";
import { PageHeader } from "../components/page-header.tsx";
import { Section } from "../components/section.tsx";
import { type Text as Words, useText } from "../i18n/text.tsx";
import {
  CHECKSUMS,
  detectionFile,
  EMPTY_RULE,
  RULE_SEVERITIES,
  type RuleDraft,
  ruleFaults,
  ruleOf,
} from "./rule-draft.ts";
import styles from "./rules.module.css";
import { type RuleTest, useRuleTest } from "./use-rule-test.ts";

const MAX_TEXT = 200_000;
const SHOWN_MATCHES = 50;

/** A rule of the customer's own: written, tried and taken away as a file. The control plane never sees it. */
export function RulesPage() {
  const { t } = useText();
  const [draft, setDraft] = useState(EMPTY_RULE);
  const [text, setText] = useState("");
  const rule = ruleOf(draft);
  const test = useRuleTest(draft.pattern === "" ? null : rule, text);
  return (
    <>
      <PageHeader title={t.rules.title} subtitle={t.rules.subtitle} />
      <div className={styles["columns"]}>
        <Section title={t.rules.rule}>
          <RuleForm draft={draft} test={test} onChange={(part) => setDraft({ ...draft, ...part })} />
        </Section>
        <Stack gap={28}>
          <Section title={t.rules.test}>
            <Stack gap="sm">
              <Textarea
                className={styles["code"] ?? ""}
                label={t.rules.text}
                description={t.rules.textHint}
                rows={6}
                maxLength={MAX_TEXT}
                value={text}
                onChange={(event) => setText(event.currentTarget.value)}
                spellCheck={false}
                autoComplete="off"
              />
              <div role="status">
                <Outcome test={test} text={text} />
              </div>
            </Stack>
          </Section>
          <Section title={t.rules.file}>
            <RuleFile draft={draft} test={test} />
          </Section>
        </Stack>
      </div>
    </>
  );
}

interface FormProps {
  draft: RuleDraft;
  test: RuleTest;
  onChange: (part: Partial<RuleDraft>) => void;
}

function RuleForm({ draft, test, onChange }: FormProps) {
  const { t } = useText();
  const [touched, setTouched] = useState<ReadonlySet<keyof RuleDraft>>(new Set());
  const faults = ruleFaults(draft);
  const field = (
    name: "name" | "pattern" | "keywords" | "contextWords" | "againstWords" | "match" | "ignore",
  ) => ({
    label: t.rules[name],
    value: draft[name],
    onChange: (event: { currentTarget: { value: string } }) =>
      onChange({ [name]: event.currentTarget.value }),
    onBlur: () => setTouched(new Set([...touched, name])),
    inputWrapperOrder: ["label", "input", "description", "error"] as (
      | "label"
      | "input"
      | "description"
      | "error"
    )[],
    spellCheck: false,
    autoComplete: "off",
  });
  const words =
    touched.has("contextWords") && touched.has("againstWords") && faults.words && t.rules.faults.words;
  return (
    <Stack gap="sm" className={`card ${styles["panel"]}`}>
      <TextInput
        {...field("name")}
        maxLength={80}
        description={t.rules.nameHint(`CUSTOM_${ruleOf(draft).id.toUpperCase().replaceAll("-", "_")}`)}
        error={touched.has("name") && faults.name && t.rules.faults.name}
      />
      <Textarea
        {...field("pattern")}
        className={styles["code"] ?? ""}
        rows={2}
        maxLength={1_000}
        description={t.rules.patternHint}
        error={patternFault(test, t) ?? (touched.has("pattern") && faults.pattern && t.rules.faults.pattern)}
      />
      <Checkbox
        label={t.rules.ignoreCase}
        checked={draft.ignoreCase}
        onChange={(event) => onChange({ ignoreCase: event.currentTarget.checked })}
      />
      <TextInput
        {...field("keywords")}
        description={t.rules.keywordsHint}
        error={touched.has("keywords") && faults.keywords && t.rules.faults.keywords}
      />
      <TextInput {...field("contextWords")} description={t.rules.contextWordsHint} error={words} />
      <TextInput {...field("againstWords")} error={words} />
      <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm" verticalSpacing="sm">
        <NativeSelect
          label={t.rules.checksum}
          data={[
            { value: "", label: t.rules.noChecksum },
            ...CHECKSUMS.map((value) => ({ value, label: t.rules.checksums[value] })),
          ]}
          value={draft.checksum}
          onChange={(event) => onChange({ checksum: event.currentTarget.value as RuleDraft["checksum"] })}
        />
        <NativeSelect
          label={t.rules.severity}
          data={RULE_SEVERITIES.map((value) => ({ value, label: t.severity[value] }))}
          value={draft.severity}
          onChange={(event) => onChange({ severity: event.currentTarget.value as RuleDraft["severity"] })}
        />
      </SimpleGrid>
      <Checkbox
        label={t.rules.credential}
        checked={draft.credential}
        onChange={(event) => onChange({ credential: event.currentTarget.checked })}
      />
      <Textarea
        {...field("match")}
        className={styles["code"] ?? ""}
        rows={3}
        description={t.rules.matchHint}
        error={
          exampleFault(test, "missed", t) ?? (touched.has("match") && faults.match && t.rules.faults.match)
        }
      />
      <Textarea
        {...field("ignore")}
        className={styles["code"] ?? ""}
        rows={3}
        description={t.rules.ignoreHint}
        error={exampleFault(test, "raised", t)}
      />
    </Stack>
  );
}

function patternFault(test: RuleTest, t: Words["t"]): string | null {
  if (test.state !== "fault") return null;
  const { code, detail } = test.fault;
  const { faults, syntax } = t.rules;
  if (code === "pattern_empty") return faults.pattern_empty;
  if (code === "invalid") return faults.invalid(detail);
  return faults.pattern_syntax(
    Object.hasOwn(syntax, detail) ? syntax[detail as keyof typeof syntax] : detail,
  );
}

function exampleFault(test: RuleTest, which: "missed" | "raised", t: Words["t"]): string | null {
  if (test.state !== "done" || test.result[which].length === 0) return null;
  return t.rules.faults[which](test.result[which].map((i) => i + 1).join(", "));
}

function Outcome({ test, text }: { test: RuleTest; text: string }) {
  const { t, number } = useText();
  const quiet = (sentence: string) => (
    <Text size="sm" className="quiet">
      {sentence}
    </Text>
  );
  if (test.state === "slow" || test.state === "broken")
    return <Notice tone="problem">{t.rules[test.state]}</Notice>;
  if (test.state === "running") return quiet(t.rules.running);
  if (test.state !== "done" || text === "") return quiet(t.rules.waiting);
  const { matches } = test.result;
  return (
    <Stack gap="sm">
      <Text size="sm" fw={500}>
        {matches.length === 0 ? t.rules.none : t.rules.found(number(matches.length))}
      </Text>
      <div className="card">
        <pre className={styles["shown"]} tabIndex={0}>
          <Marked text={test.text} matches={matches} />
        </pre>
      </div>
      {matches.length > 0 && <Matches text={test.text} matches={matches} />}
      {matches.length > 0 && quiet(t.rules.alone)}
    </Stack>
  );
}

function Marked({ text, matches }: { text: string; matches: readonly RuleTestMatch[] }) {
  let end = 0;
  const parts = matches.map(({ offset, length }) => {
    const before = text.slice(end, offset);
    end = offset + length;
    return (
      <Fragment key={offset}>
        {before}
        <mark>{text.slice(offset, end)}</mark>
      </Fragment>
    );
  });
  return (
    <>
      {parts}
      {text.slice(end)}
    </>
  );
}

function Matches({ text, matches }: { text: string; matches: readonly RuleTestMatch[] }) {
  const { t, share, reason } = useText();
  const rest = matches.length - SHOWN_MATCHES;
  return (
    <ul className={styles["matches"]}>
      {matches.slice(0, SHOWN_MATCHES).map(({ offset, length, confidence, reasons }) => (
        <li key={offset}>
          <span style={{ overflowWrap: "anywhere" }}>
            {t.rules.match1(text.slice(offset, offset + length), share(confidence, 1))}
          </span>
          <Text size="xs" className="quiet">
            {reasons.map(reason).join(" · ")}
          </Text>
        </li>
      ))}
      {rest > 0 && <li className="quiet">{t.app.more(rest)}</li>}
    </ul>
  );
}

/** Only a rule that an agent would start with. */
function RuleFile({ draft, test }: { draft: RuleDraft; test: RuleTest }) {
  const { t } = useText();
  const isProven =
    Object.keys(ruleFaults(draft)).length === 0 &&
    test.state === "done" &&
    test.result.missed.length + test.result.raised.length === 0;
  if (!isProven)
    return (
      <Text size="sm" className="quiet">
        {t.rules.notReady}
      </Text>
    );
  const file = detectionFile(ruleOf(draft));
  return (
    <Stack gap="sm">
      <Copyable label="detectors.yaml" text={file} />
      <Anchor
        href={`data:application/yaml;charset=utf-8,${encodeURIComponent(file)}`}
        download="detectors.yaml"
        size="sm"
      >
        {t.rules.download}
      </Anchor>
      <Text size="sm" className="quiet">
        {t.rules.fileText}
      </Text>
    </Stack>
  );
}
