import { type I18n, setupI18n } from '@lingui/core';
import { createContext, type ReactNode, useContext, useMemo, useState } from 'react';
import { preferences } from '../frame/preferences.ts';
import en from './en.json';

/** Languages of the console, with their names in themselves. */
export const languages = { en: 'English', 'zh-CN': '简体中文' } as const;
export type Language = keyof typeof languages;

/** Id of a message; a test holds that every language has all of them. */
export type MessageId = keyof typeof en;
export type MessageValues = Readonly<Record<string, string | number>>;

/** The words of the console in the viewer's language, and how that language writes numbers. */
export interface Messages {
  readonly language: Language;
  /** Locale of numbers and days: the browser's where it is of the language. */
  readonly locale: string;
  (id: MessageId, values?: MessageValues): string;
  /** The message of an id that is made up at run time; undefined when there is none. */
  find(id: string): string | undefined;
}

const loaders: Readonly<Record<Language, () => Promise<{ default: object }>>> = {
  en: async () => ({ default: en }),
  'zh-CN': () => import('./zh-CN.json'),
};

/** Loads what the first page needs. */
export async function loadLanguage(language: Language): Promise<Messages> {
  const { default: messages } = await loaders[language]();
  const words = setupI18n({ locale: language, messages: { [language]: messages as never } });
  return messagesOf(words, language);
}

function messagesOf(words: I18n, language: Language): Messages {
  const translate = (id: string, values: MessageValues = {}) => words._(id, values as Record<string, unknown>);
  const find = (id: string) => (id in words.messages ? translate(id) : undefined);
  return Object.assign(translate, { language, locale: localeOf(language), find });
}

/** What was chosen, or what the browser asks for. */
export function chosenLanguage(): Language {
  const chosen = preferences.get('language');
  if (chosen !== undefined && chosen in languages) return chosen as Language;
  return browserLocales().some((locale) => /^zh\b/i.test(locale)) ? 'zh-CN' : 'en';
}

/** A test browser may name a locale that `Intl` refuses. */
function browserLocales(): readonly string[] {
  return navigator.languages.filter((locale) => {
    try {
      return Intl.getCanonicalLocales(locale).length > 0;
    } catch {
      return false;
    }
  });
}

function localeOf(language: Language): string {
  const short = language.slice(0, 2);
  return browserLocales().find((locale) => locale.toLowerCase().startsWith(short)) ?? language;
}

interface LanguageChoice {
  readonly messages: Messages;
  choose(language: Language): void;
}

const LanguageContext = createContext<LanguageChoice | undefined>(undefined);

export function LanguageProvider({ first, children }: { readonly first: Messages; readonly children: ReactNode }) {
  const [messages, setMessages] = useState(() => first);
  const choice = useMemo<LanguageChoice>(
    () => ({
      messages,
      choose(language) {
        preferences.set('language', language);
        void loadLanguage(language).then((loaded) => {
          document.documentElement.lang = language;
          setMessages(() => loaded);
        });
      },
    }),
    [messages],
  );
  return <LanguageContext value={choice}>{children}</LanguageContext>;
}

export function useLanguageChoice(): LanguageChoice {
  const choice = useContext(LanguageContext);
  if (choice === undefined) throw new TypeError('outside of LanguageProvider');
  return choice;
}

/** The words of the console: `const t = useMessages()`, then `t('explore.empty')`. */
export function useMessages(): Messages {
  return useLanguageChoice().messages;
}
