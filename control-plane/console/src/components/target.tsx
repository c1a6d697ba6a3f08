import { Text } from "@mantine/core";
import type { ScanKind } from "@dataguardian/shared/domain";
import { useText } from "../i18n/text.tsx";

interface Asked {
  kind: ScanKind;
  source: string | null;
  target: string | null;
}

/** What a scan is about, as one line of plain text. */
export const targetOf = ({ source, target }: Pick<Asked, "source" | "target">): string =>
  source ?? target ?? "";

/** Source or target, with the kind of scan below it. */
export function Target({ scan, note }: { scan: Asked; note?: string }) {
  const { t } = useText();
  return (
    <div>
      <Text component="span" size="sm" fw={500} style={{ overflowWrap: "anywhere" }}>
        {targetOf(scan)}
      </Text>
      <Text size="xs" className="quiet">
        {t.kind[scan.kind]}
        {note !== undefined && ` · ${note}`}
      </Text>
    </div>
  );
}
