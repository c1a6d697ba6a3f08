import { AppShell, Burger, Group, Menu, Text, UnstyledButton } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import type { Me } from "@dataguardian/shared/api";
import { useMutation } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { Link, useLocation } from "wouter";
import { signOut } from "../api/session.ts";
import { useText } from "../i18n/text.tsx";
import { useLiveStatus } from "../live/live-provider.tsx";
import { AgentsIcon, CapacityIcon, DotsIcon, QueueIcon, RulesIcon, ScansIcon, ShieldIcon } from "./icons.tsx";
import { ActionError } from "./notice.tsx";
import { Preferences } from "./preferences.tsx";
import styles from "./shell.module.css";

const PAGES = [
  { path: "/scans", name: "scans", Icon: ScansIcon },
  { path: "/queue", name: "queue", Icon: QueueIcon },
  { path: "/agents", name: "agents", Icon: AgentsIcon },
  { path: "/capacity", name: "capacity", Icon: CapacityIcon },
  { path: "/rules", name: "rules", Icon: RulesIcon },
] as const;

/** The frame around every page: navigation, account, and a note while the live connection is down. */
export function Shell({ me, children }: { me: Me; children: ReactNode }) {
  const { t } = useText();
  const [opened, { toggle, close }] = useDisclosure(false);
  const [path] = useLocation();
  const live = useLiveStatus();
  return (
    <AppShell
      layout="alt"
      header={{ height: { base: 54, sm: 0 } }}
      navbar={{ width: 228, breakpoint: "sm", collapsed: { mobile: !opened } }}
      padding={0}
      transitionDuration={120}
    >
      <a href="#content" className="skip-link">
        {t.app.skipToContent}
      </a>
      <AppShell.Header hiddenFrom="sm" className={styles["header"] ?? ""}>
        <Brand />
        <Burger opened={opened} onClick={toggle} size="sm" aria-label={t.app.menu} aria-expanded={opened} />
      </AppShell.Header>
      <AppShell.Navbar className={styles["navbar"] ?? ""}>
        <Group justify="space-between" h={54} px={10}>
          <Brand />
          <Burger opened={opened} onClick={toggle} hiddenFrom="sm" size="sm" aria-label={t.app.close} />
        </Group>
        <nav aria-label={t.app.mainNavigation} className={styles["links"]}>
          {PAGES.map(({ path: to, name, Icon }) => {
            const here = path === to || path.startsWith(`${to}/`);
            return (
              <Link
                key={to}
                href={to}
                className={styles["link"] ?? ""}
                aria-current={here ? "page" : undefined}
                onClick={close}
              >
                <Icon />
                {t.nav[name]}
              </Link>
            );
          })}
        </nav>
        <Account me={me} />
      </AppShell.Navbar>
      <AppShell.Main id="content" tabIndex={-1} className={styles["main"] ?? ""}>
        <div className={styles["page"]}>{children}</div>
      </AppShell.Main>
      <div role="status" className={styles["live"]}>
        {live === "down" && <span>{t.app.reconnecting}</span>}
      </div>
    </AppShell>
  );
}

function Brand() {
  return (
    <span className={styles["brand"]}>
      <ShieldIcon size={22} />
      DataGuardian
    </span>
  );
}

function Account({ me }: { me: Me }) {
  const { t } = useText();
  const leave = useMutation({
    mutationFn: signOut,
    // A fresh page, so that nothing of the session stays in memory.
    onSuccess: () => location.replace("/"),
  });
  return (
    <Menu position="top-start" width={256} withinPortal>
      <Menu.Target>
        <UnstyledButton className={styles["account"] ?? ""} aria-label={t.app.account}>
          <span className={styles["who"]}>
            <Text span size="sm" fw={500} truncate>
              {me.user?.name ?? t.app.role[me.role]}
            </Text>
            <Text span size="xs" className="quiet" truncate>
              {me.tenant.name}
            </Text>
          </span>
          <DotsIcon />
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>
          {me.user?.email} · {t.app.role[me.role]}
        </Menu.Label>
        <Preferences />
        <Menu.Divider />
        <Menu.Item closeMenuOnClick={false} onClick={() => leave.mutate()}>
          {t.app.signOut}
        </Menu.Item>
        <ActionError error={leave.error} />
      </Menu.Dropdown>
    </Menu>
  );
}
