import { Button, Stack } from "@mantine/core";
import type { JobView, ScanDetail } from "@dataguardian/shared/api";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { keys } from "../api/keys.ts";
import { redriveJob } from "../api/scans.ts";
import { ActionError, Notice } from "../components/notice.tsx";
import { failureText } from "../i18n/failure.ts";
import { useText } from "../i18n/text.tsx";
import { useIsAdmin } from "../session/session-gate.tsx";

/** Why a scan did not come to its end, and what to do. Nothing for a scan that did, or still may. */
export function ScanOutcome({ scan }: { scan: ScanDetail }) {
  const { t } = useText();
  const dead = scan.jobList.filter((job) => job.state === "dead");
  if (dead.length > 0) return <Failed scan={scan} dead={dead} />;
  if (scan.state !== "cancelled") return null;
  return (
    <Notice tone="warning" title={t.scan.cancelledTitle}>
      {t.scan.cancelledText}
    </Notice>
  );
}

function Failed({ scan, dead }: { scan: ScanDetail; dead: readonly JobView[] }) {
  const { t, reason: said } = useText();
  const client = useQueryClient();
  const isAdmin = useIsAdmin();
  const redrive = useMutation({
    mutationFn: () => Promise.all(dead.map((job) => redriveJob(job.id))),
    onSettled: () => client.invalidateQueries({ queryKey: keys.scan(scan.id) }),
  });
  // Parts mostly fail for one reason; each is said once.
  const reasons = new Map(dead.map((job) => [job.lastFailure, failureText(t, job.lastFailure)]));
  const some = t.scan.failedSome(dead.length, scan.jobs.total);
  return (
    <Notice tone="problem" title={t.scan.failedTitle}>
      <Stack gap={8} align="flex-start">
        {[...reasons].map(([key, { advice, detail }]) => (
          <div key={key}>
            {advice}
            {detail !== null && <div className="quiet">{t.failure.said(said(detail))}</div>}
          </div>
        ))}
        {some !== "" && <div>{some}</div>}
        {/* What was searched for is gone with the end of the search. */}
        {isAdmin && scan.options.subject === undefined && (
          <Button
            variant="default"
            size="xs"
            mt={4}
            loading={redrive.isPending}
            onClick={() => redrive.mutate()}
          >
            {dead.length > 1 ? t.scan.redriveAll : t.scan.redrive}
          </Button>
        )}
        <ActionError error={redrive.error} />
      </Stack>
    </Notice>
  );
}
