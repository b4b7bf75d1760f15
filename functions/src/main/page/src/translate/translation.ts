import { language } from '../texts';
import { languageOf, translator, type BrowserTranslator } from './browser-translator';

/** `same`: there is nothing to translate; `unable`: the browser does not know the language. */
export type State = 'off' | 'working' | 'on' | 'same' | 'unable';

/** Of the enquiry that is open: its messages in the reader's language, its answer in the citizen's. In memory only. */
class Translation extends EventTarget {
  state: State = 'off';
  /** The citizen's language, once it is known. */
  theirs = '';
  private reading: BrowserTranslator | undefined;
  private writing: BrowserTranslator | undefined;
  private readonly known = new Map<string, Promise<string>>();
  private turn = 0;

  /** Asks the browser, which may have to load a model first. */
  async begin(words: string): Promise<void> {
    this.end();
    const turn = ++this.turn;
    this.become('working');
    const state = await this.prepared(words, turn).catch((): State => 'unable');
    // Another enquiry is open by now.
    if (turn === this.turn) this.become(state);
  }

  end(): void {
    this.turn++;
    this.reading?.destroy();
    this.writing?.destroy();
    this.reading = this.writing = undefined;
    this.known.clear();
    this.theirs = '';
    this.become('off');
  }

  read(text: string): Promise<string> {
    return this.translated(this.reading, `in ${text}`, text);
  }

  write(text: string): Promise<string> {
    return this.translated(this.writing, `out ${text}`, text);
  }

  private async prepared(words: string, turn: number): Promise<State> {
    const theirs = await languageOf(words);
    const ours = language();
    if (!theirs) return 'unable';
    if (theirs.slice(0, 2) === ours) return 'same';
    const [reading, writing] = [await translator(theirs, ours), await translator(ours, theirs)];
    if (!reading || turn !== this.turn) {
      reading?.destroy();
      writing?.destroy();
      return 'unable';
    }
    this.theirs = theirs;
    this.reading = reading;
    this.writing = writing;
    return 'on';
  }

  private translated(
    by: BrowserTranslator | undefined,
    name: string,
    text: string,
  ): Promise<string> {
    if (!by) return Promise.reject(new Error('There is no translator.'));
    const found = this.known.get(name) ?? by.translate(text);
    this.known.set(name, found);
    return found;
  }

  private become(state: State): void {
    if (state === this.state) return;
    this.state = state;
    this.dispatchEvent(new Event('change'));
  }
}

export const translation = new Translation();
