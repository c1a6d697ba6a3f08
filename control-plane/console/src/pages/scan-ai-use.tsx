import { Stack, Text } from "@mantine/core";
import {
  type AiUse,
  riskIndications,
  PROHIBITED_PRACTICES,
  type RiskClass,
} from "@dataguardian/shared/catalog";
import type { ScanDetail } from "@dataguardian/shared/api";
import type { Severity } from "@dataguardian/shared/domain";
import { Section } from "../components/section.tsx";
import { SeverityMark } from "../components/severity.tsx";
import { useText } from "../i18n/text.tsx";
import { areaName } from "./ai-use-questions.tsx";
import styles from "./scan-ai-use.module.css";

/** How each class is marked; never by colour alone. */
const MARKS: Record<RiskClass, Severity> = {
  prohibited: "critical",
  high: "high",
  transparency: "low",
  minimal: "info",
};

/** What the answers on a model's use point to, with the reasons. Of other kinds of scan there is nothing to say. */
export function ScanAiUse({ scan }: { scan: ScanDetail }) {
  const { t, language } = useText();
  if (scan.kind !== "ai-model") return null;
  const { aiUse } = scan.options;
  if (aiUse === undefined)
    return (
      <Section title={t.aiUse.title}>
        <Text size="sm" className="card quiet" p="lg">
          {t.aiUse.noAnswers}
        </Text>
      </Section>
    );
  return (
    <Section title={t.aiUse.title} subtitle={t.aiUse.subtitle}>
      <div className="card">
        {riskIndications(aiUse).map(({ indicates, reasons }) => (
          <div key={indicates} className={styles["indication"]}>
            <h3 className={styles["class"]}>
              <SeverityMark severity={MARKS[indicates]} />
              {t.aiUse.classes[indicates]}
            </h3>
            <ul>
              {reasons.map((reason) => (
                <li key={reason.en}>{reason[language]}</li>
              ))}
            </ul>
          </div>
        ))}
        <Answers use={aiUse} />
      </div>
    </Section>
  );
}

function Answers({ use }: { use: AiUse }) {
  const { t, language } = useText();
  const does = (["profiling", "conversation", "generates"] as const).filter((name) => use[name]);
  const rows: [string, readonly string[]][] = [
    [t.aiUse.domain, [areaName(use.domain, language, t)]],
    [t.aiUse.autonomy, [t.aiUse.autonomies[use.autonomy]]],
    [t.aiUse.persons, use.persons.map((person) => t.aiUse.personNames[person])],
    [t.aiUse.what, does.map((name) => t.aiUse[name])],
    [t.aiUse.practices, use.practices.map((practice) => PROHIBITED_PRACTICES[practice].name[language])],
  ];
  return (
    <Stack gap={4} className={styles["answers"] ?? ""}>
      <h3>{t.aiUse.answers}</h3>
      <dl>
        {rows.map(([question, answers]) => (
          <div key={question}>
            <dt>{question}</dt>
            <dd>{answers.length === 0 ? t.aiUse.areas.none : answers.join("; ")}</dd>
          </div>
        ))}
      </dl>
    </Stack>
  );
}
