/** What a browser can do by itself, on the device; not every browser does (Translator and Language Detector APIs). */
interface Languages {
  sourceLanguage: string;
  targetLanguage: string;
}

export interface BrowserTranslator {
  translate(text: string): Promise<string>;
  destroy(): void;
}

interface Detector {
  detect(text: string): Promise<{ detectedLanguage?: string; confidence?: number }[]>;
  destroy(): void;
}

interface Browser {
  Translator?: {
    availability(languages: Languages): Promise<string>;
    create(languages: Languages): Promise<BrowserTranslator>;
  };
  LanguageDetector?: { create(): Promise<Detector> };
}

const browser = globalThis as Browser;

export function canTranslate(): boolean {
  return browser.Translator !== undefined && browser.LanguageDetector !== undefined;
}

/** The language of these words, as two letters or more; undefined if the browser does not know. */
export async function languageOf(text: string): Promise<string | undefined> {
  const detector = await browser.LanguageDetector!.create();
  try {
    const [best] = await detector.detect(text);
    return best?.detectedLanguage === 'und' ? undefined : best?.detectedLanguage;
  } finally {
    detector.destroy();
  }
}

/** Undefined where the browser does not know both languages. */
export async function translator(
  sourceLanguage: string,
  targetLanguage: string,
): Promise<BrowserTranslator | undefined> {
  const languages = { sourceLanguage, targetLanguage };
  if ((await browser.Translator!.availability(languages)) === 'unavailable') return undefined;
  return browser.Translator!.create(languages);
}
