import { type ReactNode, Fragment } from "react";
import styles from "./data-table.module.css";

export interface Column<Row> {
  id: string;
  header: string;
  cell: (row: Row, index: number) => ReactNode;
  /** The header is read out but not seen. */
  quietHeader?: boolean;
  align?: "right";
  width?: string;
  /** The row's name: larger on narrow screens, and without its header there. */
  leads?: boolean;
}

interface Props<Row> {
  label: string;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  rowKey: (row: Row, index: number) => string;
  /** A full-width row below the row; null for none. */
  below?: (row: Row, index: number) => ReactNode;
}

/**
 * A table that becomes a list of cards on narrow screens. The roles are spelled out because `display: block` takes
 * them away from the elements.
 */
export function DataTable<Row>({ label, columns, rows, rowKey, below }: Props<Row>) {
  return (
    <div className={`card ${styles["frame"]}`}>
      <table role="table" className={styles["table"]} aria-label={label}>
        <thead role="rowgroup">
          <tr role="row">
            {columns.map((column) => (
              <th
                key={column.id}
                role="columnheader"
                scope="col"
                data-align={column.align}
                style={{ width: column.width }}
              >
                {column.quietHeader === true ? (
                  <span className={styles["hidden"]}>{column.header}</span>
                ) : (
                  column.header
                )}
              </th>
            ))}
          </tr>
        </thead>
        <tbody role="rowgroup">
          {rows.map((row, index) => {
            const extra = below?.(row, index) ?? null;
            return (
              <Fragment key={rowKey(row, index)}>
                <tr role="row" data-open={extra !== null || undefined}>
                  {columns.map((column) => (
                    <td
                      key={column.id}
                      role="cell"
                      data-align={column.align}
                      data-leads={column.leads}
                      data-corner={column.quietHeader}
                      data-header={
                        column.leads === true || column.quietHeader === true ? undefined : column.header
                      }
                    >
                      <div>{column.cell(row, index)}</div>
                    </td>
                  ))}
                </tr>
                {extra !== null && (
                  <tr role="row" className={styles["below"]}>
                    <td role="cell" colSpan={columns.length}>
                      {extra}
                    </td>
                  </tr>
                )}
              </Fragment>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
