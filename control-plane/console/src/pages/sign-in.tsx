import { Button, Center, PasswordInput, Stack, Text, TextInput, Title } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type SyntheticEvent, useEffect, useState } from "react";
import { ApiError } from "../api/errors.ts";
import { keys } from "../api/keys.ts";
import { signIn } from "../api/session.ts";
import { ShieldIcon } from "../components/icons.tsx";
import { Notice } from "../components/notice.tsx";
import { LanguageSwitch } from "../components/preferences.tsx";
import type { Dictionary } from "../i18n/en.ts";
import { errorSentence } from "../i18n/error-sentence.ts";
import { useText } from "../i18n/text.tsx";

/** `ended`: somebody was signed in on this page until now. */
export function SignInPage({ ended }: { ended: boolean }) {
  const text = useText();
  const { t } = text;
  const client = useQueryClient();
  const [email, setEmail] = useState("");
  const [password, setPassword] = useState("");
  const [checked, setChecked] = useState(false);
  const submit = useMutation({
    mutationFn: () => signIn(email.trim(), password),
    onSuccess: () => client.invalidateQueries({ queryKey: keys.me }),
  });
  useEffect(() => {
    document.title = `${t.signIn.submit} · DataGuardian`;
  }, [t]);

  const emailMissing = !/^\S+@\S+$/.test(email.trim());
  const onSubmit = (event: SyntheticEvent) => {
    event.preventDefault();
    setChecked(true);
    if (!emailMissing && password !== "") submit.mutate();
  };

  return (
    <Center component="main" mih="100dvh" p="md">
      <Stack w="100%" maw={384} gap="lg">
        <Stack gap={6} align="center" ta="center">
          <span style={{ color: "var(--live)" }}>
            <ShieldIcon size={38} />
          </span>
          <Title order={1}>{t.signIn.title}</Title>
          <Text size="sm" className="quiet">
            {t.signIn.subtitle}
          </Text>
        </Stack>
        <form onSubmit={onSubmit} noValidate className="card" style={{ padding: 22 }}>
          <Stack gap="md">
            {submit.error !== null ? (
              <Notice tone="problem">
                {signInSentence(t, submit.error) ?? errorSentence(text, submit.error)}
              </Notice>
            ) : (
              ended && <Notice tone="info">{t.signIn.ended}</Notice>
            )}
            <TextInput
              label={t.signIn.email}
              type="email"
              autoComplete="username"
              autoFocus
              value={email}
              onChange={(event) => setEmail(event.currentTarget.value)}
              error={checked && emailMissing && t.signIn.emailMissing}
            />
            <PasswordInput
              label={t.signIn.password}
              autoComplete="current-password"
              value={password}
              onChange={(event) => setPassword(event.currentTarget.value)}
              error={checked && password === "" && t.signIn.passwordMissing}
            />
            <Button type="submit" loading={submit.isPending || submit.isSuccess} fullWidth>
              {t.signIn.submit}
            </Button>
          </Stack>
        </form>
        <Center>
          <LanguageSwitch />
        </Center>
      </Stack>
    </Center>
  );
}

function signInSentence(t: Dictionary, error: unknown): string | null {
  if (!(error instanceof ApiError)) return null;
  if (error.status === 429) return t.signIn.tooMany;
  return error.status === 400 || error.status === 401 ? t.signIn.wrong : null;
}
