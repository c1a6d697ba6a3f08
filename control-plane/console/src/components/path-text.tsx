import { Fragment } from "react";

/** A path in fixed width that breaks after slashes first, and within a name only where it must. */
export function PathText({ path, after }: { path: string; after?: string }) {
  return (
    <span className="code-text">
      {path.split(/(?<=[/\\])/).map((part, i) => (
        <Fragment key={i}>
          {i > 0 && <wbr />}
          {part}
        </Fragment>
      ))}
      {after !== undefined && (
        <>
          <wbr />
          <span className="quiet" style={{ whiteSpace: "nowrap" }}>
            {after}
          </span>
        </>
      )}
    </span>
  );
}
