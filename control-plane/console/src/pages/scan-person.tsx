import { Text } from "@mantine/core";
import type { ScanDetail } from "@dataguardian/shared/api";
import { type Finding, placeOf } from "@dataguardian/shared/domain";
import { useInfiniteQuery } from "@tanstack/react-query";
import { useEffect } from "react";
import { findingsQuery } from "../api/scans.ts";
import { type Column, DataTable } from "../components/data-table.tsx";
import { Empty } from "../components/empty.tsx";
import { Loaded } from "../components/loaded.tsx";
import { isOpen } from "../components/scan-state.tsx";
import { Section } from "../components/section.tsx";
import { findingCount } from "../components/severity.tsx";
import { type Text as Words, useText } from "../i18n/text.tsx";
import { entityName } from "./findings-table.tsx";

/** Of a search for a person: table by table, where the data stands. */
export function ScanPerson({ scan }: { scan: ScanDetail }) {
  const text = useText();
  const { t, number } = text;
  const isFound = findingCount(scan.summary) > 0;
  const { coverage } = scan;
  return (
    <Section title={t.person.places} subtitle={isFound ? t.person.placesHint : undefined}>
      {isFound ? (
        <Places scan={scan} text={text} />
      ) : scan.state === "done" && coverage !== null ? (
        <Empty
          title={t.person.none}
          text={t.person.noneText(number(coverage.unitsScanned), number(coverage.unitsSeen))}
        />
      ) : (
        <Text size="sm" className="card quiet" p="lg">
          {isOpen(scan) ? t.findings.notYet : t.findings.noResult}
        </Text>
      )}
    </Section>
  );
}

function Places({ scan, text }: { scan: ScanDetail; text: Words }) {
  const query = useInfiniteQuery(findingsQuery(scan.id, ["info"]));
  const { hasNextPage, isFetching, isError, fetchNextPage } = query;
  // An answer to a request of access has to be whole.
  useEffect(() => {
    if (hasNextPage && !isFetching && !isError) void fetchNextPage();
  }, [hasNextPage, isFetching, isError, fetchNextPage]);
  return (
    <Loaded query={query} rows={5}>
      {({ pages }) => (
        <DataTable
          label={text.t.person.places}
          columns={columns(text)}
          rows={pages.flatMap((page) => page.findings).toSorted(byPlace)}
          rowKey={(finding, i) => `${i} ${finding.fingerprint}`}
        />
      )}
    </Loaded>
  );
}

const placeText = ({ location }: Finding) =>
  [placeOf(location), location.member].filter((part) => part !== undefined).join(" › ");
/** Places with what was searched for come before those that a key alone leads to. */
const byPlace = (a: Finding, b: Finding) =>
  Number(a.entityType === BY_KEY) - Number(b.entityType === BY_KEY) ||
  placeText(a).localeCompare(placeText(b)) ||
  String(a.location.column ?? "").localeCompare(String(b.location.column ?? ""));
const BY_KEY = "SUBJECT_ROWS_BY_KEY";

function columns({ t, language, number, reason }: Words): Column<Finding>[] {
  return [
    {
      id: "table",
      header: t.person.table,
      leads: true,
      width: "26%",
      cell: (finding) => <span style={{ overflowWrap: "anywhere" }}>{placeText(finding)}</span>,
    },
    { id: "column", header: t.person.column, cell: ({ location }) => location.column ?? "" },
    { id: "what", header: t.person.what, cell: ({ entityType }) => entityName(language, entityType) },
    {
      id: "rows",
      header: t.person.rows,
      align: "right",
      width: "90px",
      cell: ({ entityType, count }) => (entityType === BY_KEY ? "" : number(count)),
    },
    {
      id: "certainty",
      header: t.person.certainty,
      width: "32%",
      cell: ({ reasons }) => (
        <Text size="sm" className="quiet">
          {reason(reasons.at(-1) ?? "")}
        </Text>
      ),
    },
  ];
}
