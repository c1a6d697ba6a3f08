import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from "react";
import { en, type Dictionary } from "./en.ts";
import * as format from "./format.ts";
import { chooseLanguage, type Language, localeFor } from "./language.ts";
import { nl } from "./nl.ts";

const DICTIONARIES: Record<Language, Dictionary> = { en, nl };
const STORED_AS = "dataguardian.language";

export interface Text {
  language: Language;
  setLanguage: (language: Language) => void;
  t: Dictionary;
  number: (n: number) => string;
  share: (part: number, whole: number) => string;
  bytes: (n: number) => string;
  duration: (ms: number) => string;
  relative: (atMs: number, now: number) => string;
  dateTime: (atMs: number) => string;
  time: (atMs: number) => string;
  /** Day and month. */
  date: (atMs: number) => string;
  euro: (n: number) => string;
  /** What an agent says of a finding, of what it left out or of a failure. */
  reason: (sentence: string) => string;
}

const TextContext = createContext<Text | null>(null);

/** Sentences and formats in the reader's language; keeps the `lang` of the document in step. */
export function TextProvider({ children }: { children: ReactNode }) {
  const [language, choose] = useState(() => chooseLanguage(recall(), navigator.languages));
  const [dutchReason, setDutchReason] = useState<((sentence: string) => string) | null>(null);
  useEffect(() => {
    document.documentElement.lang = language;
    // Nine hundred sentences that readers of English need not load. Until they are there, agents are quoted.
    if (language === "nl")
      import("@dataguardian/shared/reasons").then(
        ({ reasonIn }) => setDutchReason(() => (sentence: string) => reasonIn("nl", sentence)),
        () => {},
      );
  }, [language]);
  const text = useMemo(
    () =>
      textFor(
        language,
        localeFor(language, navigator.languages),
        (next) => (remember(next), choose(next)),
        language === "nl" && dutchReason !== null ? dutchReason : asItIs,
      ),
    [language, dutchReason],
  );
  return <TextContext value={text}>{children}</TextContext>;
}

export function useText(): Text {
  const text = useContext(TextContext);
  if (text === null) throw new Error("useText needs a TextProvider around it");
  return text;
}

const asItIs = (sentence: string) => sentence;

export function textFor(
  language: Language,
  locale: string,
  setLanguage: (language: Language) => void,
  reason: (sentence: string) => string = asItIs,
): Text {
  const t = DICTIONARIES[language];
  return {
    language,
    setLanguage,
    t,
    number: (n) => format.formatNumber(locale, n),
    share: (part, whole) => format.formatShare(locale, part, whole),
    bytes: (n) => format.formatBytes(locale, n),
    duration: (ms) => format.formatDuration(locale, ms, t.time.lessThanSecond),
    relative: (atMs, now) => format.formatRelative(locale, atMs, now, t.time.now),
    dateTime: (atMs) => format.formatDateTime(locale, atMs),
    date: (atMs) => format.formatDay(locale, atMs),
    time: (atMs) => format.formatTime(locale, atMs),
    euro: (n) => format.formatEuro(locale, n),
    reason,
  };
}

// Storage throws where the browser blocks it; the choice then lasts as long as the page.
function recall(): string | null {
  try {
    return localStorage.getItem(STORED_AS);
  } catch {
    return null;
  }
}

function remember(language: Language): void {
  try {
    localStorage.setItem(STORED_AS, language);
  } catch {
    // See recall.
  }
}
