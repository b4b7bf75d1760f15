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
  @state() private tried = false;
  @state() private error: unknown;
  @query('dialog') private dialog!: HTMLDialogElement;

  async show(): Promise<void> {
    this.error = undefined;
    this.tried = false;
    this.open = true;
    this.dialog.showModal();
    await loadCannedReplies(this.api);
    this.replies = cannedReplies(this.town).map((each) => ({ ...each }));
  }

  protected override render(): TemplateResult {
    return html`<dialog
      class="kern-dialog editor"
      aria-labelledby="editor-heading"
      @close=${this.closed}
    >
      ${this.open ? this.content() : nothing}
    </dialog>`;
  }

  private content(): TemplateResult {
    const { canned } = texts();
    return html`<header class="kern-dialog__header">
        <h2 class="kern-title kern-title--large" id="editor-heading">${canned.heading}</h2>
        ${closeButton(() => this.dialog.close())}
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
          ?disabled=${this.busy || this.replies.length >= MOST}
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
    const wrong = this.tried ? fault({ title, text }) : '';
    const change = (what: Partial<CannedReply>) => this.change(place, what);
    const value = (event: Event) => (event.target as HTMLInputElement).value;
    return html`<li class="editor__item" data-testid="canned-item">
      <label class="kern-label" for="canned-title-${place}">${canned.title}</label>
      <input
        class="kern-form-input__input"
        id="canned-title-${place}"
        maxlength=${LONGEST_TITLE}
        autocomplete="off"
        ?readonly=${this.busy}
        .value=${title}
        @input=${(event: Event) => change({ title: value(event) })}
      />
      <label class="kern-label" for="canned-text-${place}">${canned.text}</label>
      <textarea
        class="kern-form-input__input"
        id="canned-text-${place}"
        rows="3"
        maxlength=${LONGEST_TEXT}
        aria-describedby="canned-wrong-${place}"
        aria-invalid=${wrong ? 'true' : nothing}
        ?readonly=${this.busy}
        .value=${text}
        @input=${(event: Event) => change({ text: value(event) })}
      ></textarea>
      <p class="editor__wrong" id="canned-wrong-${place}">${wrong}</p>
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
    return html`${this.error ? alert('danger', sentence(this.error)) : nothing}
      <button
        type="button"
        class="kern-btn kern-btn--secondary"
        ?disabled=${this.busy}
        @click=${() => this.dialog.close()}
      >
        <span class="kern-label">${resolve.cancel}</span>
      </button>
      <button
        type="button"
        class="kern-btn kern-btn--primary"
        data-testid="canned-save"
        ?disabled=${this.busy}
        @click=${this.save}
      >
        <span class="kern-label">${canned.save}</span>
      </button>`;
  }

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
    const wrong = this.replies.findIndex((each) => fault(each));
    if (wrong >= 0) return this.focusOn(`#canned-text-${wrong}`);
    this.busy = true;
    this.error = undefined;
    try {
      await saveCannedReplies(this.api, this.replies);
      this.dialog.close();
    } catch (error) {
      this.error = error;
    } finally {
      this.busy = false;
    }
  };

  private readonly closed = () => {
    this.open = false;
    this.replies = [];
    this.tell('closed');
  };

  private async focusOn(selector: string): Promise<void> {
    await this.updateComplete;
    this.querySelector<HTMLElement>(selector)?.focus();
  }
}

/** What is wrong with a reply, or nothing. */
function fault({ title, text }: CannedReply): string {
  const { canned } = texts();
  if (!title.trim() || !text.trim()) return canned.blank;
  const [place] = unknownPlaces(text);
  return place ? canned.unknownPlace(place) : '';
}
