import { de } from './de';
import { en } from './en';

export type Language = 'de' | 'en';
export type Texts = typeof de;

const languages: Record<Language, Texts> = { de, en };

/** Fires `change` when the reader has chosen another language. */
export const languageChanges = new EventTarget();

let chosen: Language = preferred(navigator.languages ?? [navigator.language]);

export function preferred(wanted: readonly string[]): Language {
  const known = wanted.map((tag) => tag.slice(0, 2).toLowerCase()).find((tag) => tag in languages);
  return (known as Language | undefined) ?? 'de';
}

export function language(): Language {
  return chosen;
}

export function choose(next: Language): void {
  chosen = next;
  document.documentElement.lang = next;
  languageChanges.dispatchEvent(new Event('change'));
}

export function texts(): Texts {
  return languages[chosen];
}
