import { ActionIcon, Text } from "@mantine/core";
import { ENTITY_TYPES, OBSERVATIONS } from "@dataguardian/shared/catalog";
import { type Finding, placeOf, spotIn } from "@dataguardian/shared/domain";
import { useState } from "react";
import { type Column, DataTable } from "../components/data-table.tsx";
import { ChevronIcon } from "../components/icons.tsx";
import { PathText } from "../components/path-text.tsx";
import { SeverityBadge } from "../components/severity.tsx";
import type { Language } from "../i18n/language.ts";
import { type Text as Words, useText } from "../i18n/text.tsx";
import { FindingDetails } from "./finding-details.tsx";

/** One row a finding; a row opens to show why it was reported, on which legal grounds, and what to do. */
export function FindingsTable({ findings }: { findings: readonly Finding[] }) {
  const text = useText();
  const [opened, setOpened] = useState<ReadonlySet<string>>(new Set());
  const toggle = (key: string) =>
    setOpened((before) => {
      const after = new Set(before);
      if (!after.delete(key)) after.add(key);
      return after;
    });
  return (
    <DataTable
      label={text.t.findings.title}
      columns={columns(text, opened, toggle)}
      rows={findings}
      rowKey={keyOf}
      below={(finding, index) =>
        opened.has(keyOf(finding, index)) ? <FindingDetails finding={finding} id={detailsId(index)} /> : null
      }
    />
  );
}

// The same value may be found twice in one place by two rules, so the place in the list belongs to the key.
const keyOf = (finding: Finding, index: number) => `${index} ${finding.fingerprint}`;
const detailsId = (index: number) => `finding-${index}`;

function columns(
  { t, language, number, share }: Words,
  opened: ReadonlySet<string>,
  toggle: (key: string) => void,
): Column<Finding>[] {
  return [
    {
      id: "severity",
      header: t.findings.severity,
      width: "104px",
      cell: (finding) => <SeverityBadge severity={finding.severity} />,
    },
    {
      id: "what",
      header: t.findings.what,
      width: "23%",
      leads: true,
      cell: (finding) => (
        <>
          <Text size="sm" fw={500}>
            {entityName(language, finding.entityType)}
          </Text>
          {finding.count > 1 && (
            <Text size="xs" className="quiet">
              {t.findings.times(number(finding.count))}
            </Text>
          )}
        </>
      ),
    },
    {
      id: "where",
      header: t.findings.where,
      cell: ({ location }) => {
        const spot = spotIn(location, language === "nl" ? "op" : "at");
        return <PathText path={pathOf(location)} after={spot === "" ? "" : `:${spot}`} />;
      },
    },
    {
      id: "preview",
      header: t.findings.preview,
      width: "204px",
      // An observation is about something, and has no value.
      cell: (finding) =>
        finding.category === "observation" ? (
          <span className="quiet">–</span>
        ) : (
          <span className="code-text" style={{ letterSpacing: "-0.06em" }}>
            {finding.preview}
          </span>
        ),
    },
    {
      id: "confidence",
      header: t.findings.confidence,
      width: "90px",
      align: "right",
      cell: (finding) => share(Math.round(finding.confidence * 100), 100),
    },
    {
      id: "details",
      header: t.findings.show,
      quietHeader: true,
      width: "44px",
      cell: (finding, index) => {
        const key = keyOf(finding, index);
        const open = opened.has(key);
        return (
          <ActionIcon
            variant="subtle"
            color="gray"
            size="sm"
            onClick={() => toggle(key)}
            aria-expanded={open}
            aria-controls={open ? detailsId(index) : undefined}
            aria-label={open ? t.findings.hide : t.findings.show}
          >
            <span style={{ display: "flex", rotate: open ? "90deg" : undefined }}>
              <ChevronIcon size={16} />
            </span>
          </ActionIcon>
        );
      },
    },
  ];
}

/** The catalogue's words; a type that this console does not know yet is shown as it is. */
export function entityName(language: Language, entityType: string): string {
  const names: Record<string, { en: string; nl: string }> = { ...ENTITY_TYPES, ...OBSERVATIONS };
  return Object.hasOwn(names, entityType) ? (names[entityType]?.[language] ?? entityType) : entityType;
}

function pathOf(location: Finding["location"]): string {
  const { member } = location;
  return member === undefined ? placeOf(location) : `${placeOf(location)} › ${member}`;
}
