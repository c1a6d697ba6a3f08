import { Button, Group, Stack, Text } from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { enrolmentTokensQuery, revokeEnrolmentToken } from "../api/fleet.ts";
import { keys } from "../api/keys.ts";
import { ActionError } from "../components/notice.tsx";
import { Section } from "../components/section.tsx";
import { useNow } from "../components/use-now.ts";
import { useText } from "../i18n/text.tsx";

/** Tokens that an agent could still join with. Nothing at all while there are none. */
export function EnrolmentTokens() {
  const { t, relative } = useText();
  const now = useNow();
  const client = useQueryClient();
  const tokens = useQuery(enrolmentTokensQuery);
  const revoke = useMutation({
    mutationFn: revokeEnrolmentToken,
    onSettled: () => client.invalidateQueries({ queryKey: keys.enrolmentTokens }),
  });
  const open = (tokens.data ?? []).filter(
    (token) => token.revokedAt === null && token.expiresAt > now && token.usesLeft > 0,
  );
  if (open.length === 0) return null;
  return (
    <Section title={t.enrol.tokensTitle}>
      <Stack gap="sm">
        <ActionError error={revoke.error} />
        {open.map((token) => (
          <Group key={token.id} className="card" px="md" py={10} justify="space-between" gap="sm">
            <div>
              <Text size="sm" fw={500}>
                {token.name}
              </Text>
              <Text size="xs" className="quiet">
                {t.enrol.tokenUses(token.usesLeft)} · {t.enrol.tokenExpires(relative(token.expiresAt, now))}
              </Text>
            </div>
            <Button
              variant="default"
              size="xs"
              loading={revoke.isPending && revoke.variables === token.id}
              onClick={() => revoke.mutate(token.id)}
              aria-label={t.enrol.tokenRevokeFor(token.name)}
            >
              {t.enrol.tokenRevoke}
            </Button>
          </Group>
        ))}
      </Stack>
    </Section>
  );
}
