import { Anchor, Button, Stack, Text } from "@mantine/core";
import type { ScanDetail } from "@dataguardian/shared/api";
import type { DataMap, MappedCategory, MappedColumn, MappedTable, Spread } from "@dataguardian/shared/domain";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { dataMapQuery } from "../api/scans.ts";
import { type Column, DataTable } from "../components/data-table.tsx";
import { Empty } from "../components/empty.tsx";
import { Notice } from "../components/notice.tsx";
import { Section } from "../components/section.tsx";
import { type Text as Words, useText } from "../i18n/text.tsx";
import { entityName } from "./findings-table.tsx";
import styles from "./scan-data-map.module.css";

const TABLES_AT_ONCE = 25;
const PLACES_AT_ONCE = 5;

/** What is where in a database. Jobs draw it; before one has delivered its part there is nothing to show. */
export function ScanDataMap({ scan }: { scan: ScanDetail }) {
  const { t, number } = useText();
  const isMapped = scan.kind === "database" && scan.options.subject === undefined && scan.jobs.done > 0;
  const { data: map } = useQuery({ ...dataMapQuery(scan.id, scan.jobs.done), enabled: isMapped });
  if (!isMapped || map === undefined || map === null) return null;
  return (
    <Section
      title={t.dataMap.title}
      subtitle={t.dataMap.subtitle(number(map.tables.length), number(map.tablesSeen))}
      aside={
        <Anchor
          href={`/v1/scans/${scan.id}/data-map`}
          download={`data-map-${scan.source ?? ""}.json`}
          size="sm"
        >
          {t.dataMap.download}
        </Anchor>
      }
    >
      <Stack gap="sm">
        {scan.jobs.done < scan.jobs.total && <Notice tone="info">{t.dataMap.partial}</Notice>}
        {map.tables.length === 0 ? (
          <Empty title={t.dataMap.nothing} text={t.dataMap.nothingText} />
        ) : (
          <Tables map={map} />
        )}
        {map.leftOut !== undefined && <Notice tone="info">{t.dataMap.leftOut(number(map.leftOut))}</Notice>}
        {map.recordWithoutColumns !== undefined && map.recordWithoutColumns.length > 0 && (
          <Text size="sm" className="quiet">
            {t.dataMap.unrecorded(map.recordWithoutColumns.join("; "))}
          </Text>
        )}
      </Stack>
    </Section>
  );
}

function Tables({ map }: { map: DataMap }) {
  const text = useText();
  const [shown, setShown] = useState(TABLES_AT_ONCE);
  const spread = new Map(map.spread.map(({ from, to }) => [from, to]));
  const rows = map.tables.toSorted(mostPersonsFirst);
  return (
    <>
      <DataTable
        label={text.t.dataMap.title}
        columns={columns(text, spread)}
        rows={rows.slice(0, shown)}
        rowKey={({ table }, i) => `${i} ${table}`}
      />
      {rows.length > shown && (
        <Button variant="default" onClick={() => setShown(shown + TABLES_AT_ONCE)}>
          {text.t.app.more(rows.length - shown)}
        </Button>
      )}
    </>
  );
}

const mostPersonsFirst = (a: MappedTable, b: MappedTable) =>
  (b.persons?.about ?? -1) - (a.persons?.about ?? -1) || a.table.localeCompare(b.table);

function columns(text: Words, spread: ReadonlyMap<string, Spread["to"]>): Column<MappedTable>[] {
  const { t } = text;
  return [
    {
      id: "table",
      header: t.dataMap.table,
      leads: true,
      width: "27%",
      cell: (mapped) => <TableName mapped={mapped} />,
    },
    {
      id: "columns",
      header: t.dataMap.columns,
      cell: ({ columns: all, columnsLeftOut = 0, unseenBelow }) => (
        <ul className={styles["list"]}>
          {all.map((column) => (
            <ColumnItem key={column.column} column={column} isWhole={unseenBelow === 0} />
          ))}
          {columnsLeftOut > 0 && <li>{t.dataMap.columnsLeftOut(text.number(columnsLeftOut))}</li>}
        </ul>
      ),
    },
    {
      id: "spread",
      header: t.dataMap.spread,
      width: "31%",
      cell: ({ table }) => {
        const places = spread.get(table);
        return places === undefined ? null : <Places places={places} />;
      },
    },
  ];
}

function TableName({ mapped: { table, rows, persons, unseenBelow } }: { mapped: MappedTable }) {
  const { t, number, share } = useText();
  const facts = [
    rows === null ? t.dataMap.rowsUnknown : t.dataMap.rows(number(rows)),
    persons === null ? t.dataMap.noPersons : t.dataMap.persons(number(persons.about), persons.by),
    ...(unseenBelow === null || unseenBelow === 0 ? [] : [t.dataMap.unseen(share(unseenBelow, 1))]),
  ];
  return (
    <>
      <span className="code-text">{table}</span>
      <Text size="xs" className="quiet" mt={2}>
        {facts.join(" · ")}
      </Text>
    </>
  );
}

/** `isWhole`: every row of the table was read, so that numbers of rows are no estimates. */
interface ColumnProps {
  column: MappedColumn;
  isWhole: boolean;
}

function ColumnItem({ column: { column, type, categories, purposes = [] }, isWhole }: ColumnProps) {
  const { t } = useText();
  return (
    <li>
      <span className="code-text">{column}</span>{" "}
      <Text span size="xs" className="quiet">
        {type}
      </Text>
      {categories.map((category, i) => (
        <Category key={i} category={category} isWhole={isWhole} />
      ))}
      {purposes.length > 0 && (
        <Text size="xs" className="quiet">
          {t.dataMap.purposes(purposes.join("; "))}
        </Text>
      )}
    </li>
  );
}

function Category({ category, isWhole }: { category: MappedCategory; isWhole: boolean }) {
  const { t, language, number } = useText();
  const { entityType, rows, files, byNameOnly, key } = category;
  const inRows = isWhole
    ? rows === 1
      ? t.dataMap.inRow
      : t.dataMap.inRows(number(rows))
    : t.dataMap.inAboutRows(number(rows));
  const where = [
    byNameOnly === true ? t.dataMap.byName : files === undefined ? inRows : t.dataMap.inFiles(number(files)),
    ...(key === undefined ? [] : [t.dataMap.under(key)]),
  ];
  return (
    <div>
      {entityName(language, entityType)}{" "}
      {category.category === "special" && (
        <Text span size="xs" className={styles["special"] ?? ""}>
          {t.dataMap.special}{" "}
        </Text>
      )}
      <Text span size="xs" className="quiet">
        {where.join(", ")}
      </Text>
    </div>
  );
}

/** Tables whose rows belong to the persons, each with the keys that lead there. */
function Places({ places }: { places: Spread["to"] }) {
  const { t } = useText();
  const [isWhole, setWhole] = useState(false);
  const shown = isWhole ? places : places.slice(0, PLACES_AT_ONCE);
  return (
    <>
      <ul className={styles["list"]}>
        {shown.map(({ table, path }) => (
          <li key={table}>
            <span className="code-text">{table}</span>
            <ol className={styles["path"]}>
              {path.map((key) => (
                <li key={key}>{key}</li>
              ))}
            </ol>
          </li>
        ))}
      </ul>
      {places.length > shown.length && (
        <Anchor component="button" type="button" size="xs" mt={6} onClick={() => setWhole(true)}>
          {t.app.more(places.length - shown.length)}
        </Anchor>
      )}
    </>
  );
}
