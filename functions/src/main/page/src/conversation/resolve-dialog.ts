import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import type { Api } from '../api';
import { writers, type Present } from '../colleagues/presence';
import type { Enquiry, Receipt } from '../generated/api';
import { nameOf } from '../names';
import { alert } from '../parts';
import { Problem, sentence } from '../problem';
import { texts } from '../texts';
import { View } from '../view';
import { warnings } from './warnings';

/** Asks before everything is erased; says `resolved` with the receipt, `refused` and why, or `record`. */
@customElement('resolve-dialog')
export class ResolveDialog extends View {
  @property({ attribute: false }) api!: Api;
  /** As it stood when the mayor decided; what comes later has not been seen. */
  @state() private enquiry: Enquiry | undefined;
  /** As it stands now. */
  @property({ attribute: false }) current: Enquiry | undefined;
  /** Who else has it open now. */
  @property({ attribute: false }) present: Present[] = [];
  /** While true, the enquiry may vanish at any moment, and should. */
  @state() erasing = false;
  /** Whether erasing was asked for: the answer may have got lost. */
  asked = false;
  private answer: (() => Promise<number | undefined>) | undefined;
  @state() private error: unknown;
  @query('dialog') private dialog!: HTMLDialogElement;

  /**
   * `answer` is what goes out before: it sends, and returns up to where the mayor has then seen the enquiry, or nothing if
   * it must not be erased yet. The focus is on what undoes nothing: a hasty Enter must not erase.
   */
  async ask(enquiry: Enquiry, answer?: () => Promise<number | undefined>): Promise<void> {
    this.enquiry = enquiry;
    this.answer = answer;
    this.error = undefined;
    this.dialog.showModal();
    await this.updateComplete;
    this.querySelector<HTMLElement>('[data-testid=resolve-cancel]')?.focus();
  }

  protected override render(): TemplateResult {
    return html`<dialog
      class="kern-dialog"
      aria-labelledby="resolve-heading"
      aria-describedby="resolve-words"
      @cancel=${(event: Event) => this.erasing && event.preventDefault()}
      @close=${() => (this.enquiry = undefined)}
    >
      ${this.enquiry ? this.content(this.enquiry) : nothing}
    </dialog>`;
  }

  private content(enquiry: Enquiry): TemplateResult {
    const { record, resolve } = texts();
    return html`<header class="kern-dialog__header">
        <h2 class="kern-title kern-title--large" id="resolve-heading">
          ${this.answer ? resolve.answerHeading : resolve.heading}
        </h2>
      </header>
      <section class="kern-dialog__body" id="resolve-words">
        <p class="kern-body">${resolve.who} <bdi class="strong">${nameOf(enquiry)}</bdi></p>
        <p class="kern-body">
          ${resolve.erased(enquiry.earlier ? undefined : enquiry.messages.length)} ${resolve.stays}
        </p>
        <p class="kern-body">
          ${resolve.keep}
          <button
            type="button"
            class="leaving__word"
            ?disabled=${this.erasing}
            @click=${() => this.tell('record')}
          >
            ${record.button}
          </button>
        </p>
        ${this.warnings(enquiry)}
        <p class="kern-body strong">${resolve.final}</p>
        ${this.error ? alert('danger', sentence(this.error)) : nothing}
      </section>
      <footer class="kern-dialog__footer">${this.buttons()}</footer>`;
  }

  /** What the mayor may have overlooked, at that moment or since. */
  private warnings(enquiry: Enquiry): TemplateResult | typeof nothing {
    const now = this.current ?? enquiry;
    const arrived = Math.max(0, now.inbound - enquiry.inbound);
    const all = warnings(now, arrived, this.answer !== undefined, writers(this.present));
    if (!all.length) return nothing;
    return html`<div role="alert">
      <ul class="warnings" data-testid="resolve-warnings">
        ${all.map(
          (words) =>
            html`<li>
              <span class="kern-icon kern-icon--small kern-icon--warning" aria-hidden="true"></span>
              <span>${words}</span>
            </li>`,
        )}
      </ul>
    </div>`;
  }

  private buttons(): TemplateResult {
    const { resolve } = texts();
    return html`<button
        type="button"
        class="kern-btn kern-btn--secondary"
        data-testid="resolve-cancel"
        ?disabled=${this.erasing}
        @click=${() => this.dialog.close()}
      >
        <span class="kern-label">${resolve.cancel}</span>
      </button>
      <button
        type="button"
        class="kern-btn kern-btn--primary"
        data-testid="resolve-confirm"
        ?disabled=${this.erasing}
        @click=${this.erase}
      >
        <span class="kern-icon kern-icon--delete" aria-hidden="true"></span>
        <span class="kern-label">${this.confirmation()}</span>
      </button>`;
  }

  private confirmation(): string {
    const { resolve } = texts();
    if (this.erasing) return this.answer ? texts().reply.sending : resolve.erasing;
    return this.answer ? resolve.answerConfirm : resolve.confirm;
  }

  private async erase(): Promise<void> {
    const { id, revision } = this.enquiry!;
    this.erasing = true;
    this.error = undefined;
    try {
      const answered = await this.answer?.();
      if (this.answer && answered === undefined) this.dialog.close();
      else await this.resolve(id, answered ?? revision);
    } catch (error) {
      this.failed(error);
    } finally {
      this.erasing = false;
    }
  }

  private async resolve(id: string, revision: number): Promise<void> {
    this.asked = true;
    // What has gone out once does not go out again with a second try.
    this.answer = undefined;
    this.enquiry = { ...this.enquiry!, revision };
    this.tell<Receipt>('resolved', await this.api.resolve(id, revision));
  }

  private failed(error: unknown): void {
    const pointless =
      error instanceof Problem && ['changed', 'linked', 'not-found'].includes(error.name);
    if (!pointless) {
      this.error = error;
      return;
    }
    this.asked = false;
    this.dialog.close();
    this.tell('refused', error);
  }
}
