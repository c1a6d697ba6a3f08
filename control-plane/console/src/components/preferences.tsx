import { SegmentedControl, Stack, Text, useMantineColorScheme } from "@mantine/core";
import { LANGUAGE_NAMES, LANGUAGES } from "../i18n/language.ts";
import { useText } from "../i18n/text.tsx";

export function LanguageSwitch() {
  const { t, language, setLanguage } = useText();
  return (
    <SegmentedControl
      size="xs"
      aria-label={t.app.language}
      value={language}
      onChange={setLanguage}
      data={LANGUAGES.map((value) => ({ value, label: <span lang={value}>{LANGUAGE_NAMES[value]}</span> }))}
    />
  );
}

export function Preferences() {
  const { t } = useText();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  return (
    <Stack gap={10} px="sm" py={6}>
      <div>
        <Text size="xs" className="quiet" mb={4}>
          {t.app.language}
        </Text>
        <LanguageSwitch />
      </div>
      <div>
        <Text size="xs" className="quiet" mb={4}>
          {t.app.appearance}
        </Text>
        <SegmentedControl
          size="xs"
          aria-label={t.app.appearance}
          value={colorScheme}
          onChange={setColorScheme}
          data={[
            { value: "auto", label: t.app.system },
            { value: "light", label: t.app.light },
            { value: "dark", label: t.app.dark },
          ]}
        />
      </div>
    </Stack>
  );
}
