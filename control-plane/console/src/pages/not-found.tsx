import { Button } from "@mantine/core";
import { Link } from "wouter";
import { Empty } from "../components/empty.tsx";
import { PageHeader } from "../components/page-header.tsx";
import { useText } from "../i18n/text.tsx";

export function NotFoundPage() {
  const { t } = useText();
  return (
    <>
      <PageHeader title={t.notFound.title} />
      <Empty
        title={t.notFound.title}
        text={t.notFound.text}
        action={
          <Button component={Link} href="/scans" variant="default">
            {t.notFound.back}
          </Button>
        }
      />
    </>
  );
}
