import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import type { Api } from '../api';
import type { CannedReply, Configuration } from '../generated/api';
import { alert, closeButton } from '../parts';
import { sentence } from '../problem';
import { texts } from '../texts';
import { View } from '../view';
import { unknownPlaces } from './canned';
import { cannedReplies, loadCannedReplies, saveCannedReplies } from './canned-shelf';

const MOST = 50;
const LONGEST_TITLE = 60;
const LONGEST_TEXT = 1000;

/** The town hall's canned replies, to be changed for all its desks; says `closed`. */
@customElement('canned-editor')
export class CannedEditor extends View {
  @property({ attribute: false }) api!: Api;
  @property({ attribute: false }) town!: Configuration;
  /** As they stand in the fields. */
  @state() private replies: CannedReply[] = [];
  @state() private open = false;
  @state() private busy = false;
  /** Whatever were changed before the replies have come would be changed for nothing. */
  @state() private coming = false;
  @state() private tried = false;
  /** Asks before what was changed is thrown away. */
  @state() private asking = false;
  @state() private saved = false;
  @state() private error: unknown;
  /** As they stood when the editing began. */
  private former = '[]';
  @query('dialog') private dialog!: HTMLDialogElement;

  async show(): Promise<void> {
    this.error = undefined;
    this.tried = false;
    this.asking = false;
    this.saved = false;
    this.open = true;
    this.dialog.showModal();
    // Closed and opened again meanwhile: they come once.
    if (this.coming) return;
    this.coming = true;
    await loadCannedReplies(this.api);
    this.coming = false;
    if (!this.open) return;
    this.replies = cannedReplies(this.town).map((each) => ({ ...each }));
    this.former = JSON.stringify(this.replies);
  }

  protected override render(): TemplateResult {
    return html`<dialog
        class="kern-dialog editor"
        aria-labelledby="editor-heading"
        @cancel=${this.cancel}
        @keydown=${this.keyed}
        @close=${this.closed}
      >
        ${this.open ? this.content() : nothing}
      </dialog>
      <p class="kern-sr-only" role="status">${this.saved ? texts().canned.saved : ''}</p>`;
  }

  private content(): TemplateResult {
    const { canned } = texts();
    return html`<header class="kern-dialog__header">
        <h2 class="kern-title kern-title--large" id="editor-heading">${canned.heading}</h2>
        ${closeButton(this.cancel)}
      </header>
      <section class="kern-dialog__body">
        ${alert('info', canned.nobodys)}
        <p class="muted">${canned.places}</p>
        <ol class="editor__list">
          ${this.replies.map((each, place) => this.item(each, place))}
        </ol>
        <button
          type="button"
          class="kern-btn kern-btn--secondary"
          data-testid="canned-add"
          ?disabled=${this.busy || this.coming || this.replies.length >= MOST}
          @click=${this.add}
        >
          <span class="kern-label">${canned.add}</span>
        </button>
        <p class="muted">${canned.many(this.replies.length, MOST)}</p>
      </section>
      <footer class="kern-dialog__footer">${this.foot()}</footer>`;
  }

  private item({ title, text }: CannedReply, place: number): TemplateResult {
    const { canned } = texts();
    const wrong = this.tried ? fault({ title, text }) : undefined;
    const change = (what: Partial<CannedReply>) => this.change(place, what);
    const value = (event: Event) => (event.target as HTMLInputElement).value;
    return html`<li class="editor__item" data-testid="canned-item">
      <label class="kern-label" for="canned-title-${place}">${canned.title}</label>
      <input
        class="kern-form-input__input"
        id="canned-title-${place}"
        lang="de"
        maxlength=${LONGEST_TITLE}
        autocomplete="off"
        aria-describedby="canned-wrong-${place}"
        aria-invalid=${wrong?.field === 'title' ? 'true' : nothing}
        ?readonly=${this.busy}
        .value=${title}
        @input=${(event: Event) => change({ title: value(event) })}
      />
      <label class="kern-label" for="canned-text-${place}">${canned.text}</label>
      <textarea
        class="kern-form-input__input"
        id="canned-text-${place}"
        lang="de"
        rows="3"
        maxlength=${LONGEST_TEXT}
        aria-describedby="canned-wrong-${place}"
        aria-invalid=${wrong?.field === 'text' ? 'true' : nothing}
        ?readonly=${this.busy}
        .value=${text}
        @input=${(event: Event) => change({ text: value(event) })}
      ></textarea>
      <p class="editor__wrong" id="canned-wrong-${place}">${wrong?.words}</p>
      <button
        type="button"
        class="kern-btn kern-btn--tertiary"
        aria-label=${`${canned.remove}: ${title || canned.untitled}`}
        ?disabled=${this.busy}
        @click=${() => this.drop(place)}
      >
        <span class="kern-icon kern-icon--delete" aria-hidden="true"></span>
        <span class="kern-label">${canned.remove}</span>
      </button>
    </li>`;
  }

  private foot(): TemplateResult {
    const { canned, resolve } = texts();
    if (this.asking) return this.question();
    return html`${this.error ? alert('danger', sentence(this.error)) : nothing}
      <button
        type="button"
        class="kern-btn kern-btn--secondary"
        ?disabled=${this.busy}
        @click=${this.cancel}
      >
        <span class="kern-label">${resolve.cancel}</span>
      </button>
      <button
        type="button"
        class="kern-btn kern-btn--primary"
        data-testid="canned-save"
        ?disabled=${this.busy || this.coming}
        @click=${this.save}
      >
        <span class="kern-label">${canned.save}</span>
      </button>`;
  }

  private question(): TemplateResult {
    const { canned } = texts();
    return html`${alert('danger', canned.unsaved)}
      <button
        type="button"
        class="kern-btn kern-btn--secondary"
        data-testid="canned-go-on"
        @click=${this.goOn}
      >
        <span class="kern-label">${canned.goOn}</span>
      </button>
      <button
        type="button"
        class="kern-btn kern-btn--primary"
        data-testid="canned-drop"
        @click=${() => this.dialog.close()}
      >
        <span class="kern-label">${canned.drop}</span>
      </button>`;
  }

  /** Escape too: what nobody has changed is left at once. */
  private readonly cancel = async (event: Event) => {
    event.preventDefault();
    if (this.busy) return;
    if (JSON.stringify(this.replies) === this.former) return this.dialog.close();
    this.asking = true;
    await this.focusOn('[data-testid=canned-go-on]');
  };

  /** A browser lets itself be asked to wait once only, and not by a second Escape. */
  private readonly keyed = (event: KeyboardEvent) => {
    if (event.key === 'Escape') void this.cancel(event);
  };

  private readonly goOn = async () => {
    this.asking = false;
    await this.focusOn('[data-testid=canned-save]');
  };

  private change(place: number, what: Partial<CannedReply>): void {
    this.replies = this.replies.map((each, at) => (at === place ? { ...each, ...what } : each));
  }

  private async drop(place: number): Promise<void> {
    this.replies = this.replies.filter((_, at) => at !== place);
    await this.focusOn('[data-testid=canned-add]');
  }

  private readonly add = async () => {
    this.replies = [...this.replies, { title: '', text: '' }];
    await this.focusOn(`#canned-title-${this.replies.length - 1}`);
  };

  private readonly save = async () => {
    this.tried = true;
    const place = this.replies.findIndex(fault);
    const wrong = this.replies[place];
    if (wrong) return this.focusOn(`#canned-${fault(wrong)!.field}-${place}`);
    this.busy = true;
    this.error = undefined;
    try {
      await saveCannedReplies(this.api, this.replies);
      this.saved = true;
      this.dialog.close();
      this.busy = false;
    } catch (error) {
      this.error = error;
      this.busy = false;
      await this.focusOn('[data-testid=canned-save]');
    }
  };

  private readonly closed = () => {
    this.open = false;
    this.replies = [];
    this.former = '[]';
    this.tell('closed');
  };

  private async focusOn(selector: string): Promise<void> {
    await this.updateComplete;
    this.querySelector<HTMLElement>(selector)?.focus();
  }
}

/** What is wrong with a reply, and where. */
function fault({
  title,
  text,
}: CannedReply): { field: 'title' | 'text'; words: string } | undefined {
  const { canned } = texts();
  if (!title.trim()) return { field: 'title', words: canned.blank };
  if (!text.trim()) return { field: 'text', words: canned.blank };
  const [place] = unknownPlaces(text);
  return place ? { field: 'text', words: canned.unknownPlace(place) } : undefined;
}
