import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { Api } from '../api';
import type { Enquiry, Message, Template } from '../generated/api';
import { alert } from '../parts';
import { texts } from '../texts';
import { near } from '../time';
import { View } from '../view';
import { Refused, isRefused, why } from './refused';

/** The town's templates: one click shows the exact words, a second sends them; says `sent`. */
@customElement('template-offer')
export class TemplateOffer extends View {
  @property({ attribute: false }) api!: Api;
  @property({ attribute: false }) enquiry!: Enquiry;
  @property({ attribute: false }) templates: Template[] = [];
  /** Why there are templates, where that has not been said yet. */
  @property({ attribute: false }) why = '';
  @state() private chosen: Template | undefined;
  @state() private sending = false;
  @state() private error: unknown;
  /** Of the sending that was decided on: a second try is still the same sending. */
  private key = '';

  protected override render(): TemplateResult {
    const { templates } = texts();
    return html`<div class="offer" data-testid="templates">
      <h3 class="offer__head" tabindex="-1">${templates.heading}</h3>
      ${this.why ? html`<p class="muted">${this.why}</p>` : nothing}
      <ul class="offer__list">
        ${this.templates.map((template) => this.item(template))}
      </ul>
    </div>`;
  }

  private item(template: Template): TemplateResult {
    const open = same(template, this.chosen);
    return html`<li>
      <button
        type="button"
        class="offer__title"
        aria-expanded=${open ? 'true' : 'false'}
        ?disabled=${this.sending}
        @click=${() => this.choose(open ? undefined : template)}
      >
        <span class="kern-icon kern-icon--mail" aria-hidden="true"></span>
        <span lang="de">${template.title}</span>
        ${this.sentAt(template)}
      </button>
      ${open ? this.words(template) : nothing}
    </li>`;
  }

  /** When the citizen was sent the same, as far back as the messages go. */
  private sentAt({ text }: Template): TemplateResult | typeof nothing {
    const sent = this.enquiry.messages.findLast(
      (each) => each.kind === 'template' && each.text === text && !isRefused(each),
    );
    if (!sent) return nothing;
    return html`<span class="muted" data-testid="template-sent">
      ${texts().templates.sent(near(sent.at))}
    </span>`;
  }

  private words(template: Template): TemplateResult {
    const { templates, reply } = texts();
    return html`<div class="offer__words">
      <p class="muted">${templates.exact}</p>
      <p class="bubble bubble--out words" lang=${template.language} dir="auto">${template.text}</p>
      ${this.error ? alert('danger', why(this.error)) : nothing}
      <button
        type="button"
        class="kern-btn kern-btn--primary"
        data-testid="template-send"
        ?disabled=${this.sending}
        @click=${() => this.send(template)}
      >
        <span class="kern-label">${this.sending ? reply.sending : templates.send}</span>
      </button>
    </div>`;
  }

  private async choose(template: Template | undefined): Promise<void> {
    this.chosen = template;
    this.error = undefined;
    this.key = crypto.randomUUID();
    await this.updateComplete;
    this.querySelector('[data-testid=template-send]')?.scrollIntoView({ block: 'nearest' });
  }

  private async send({ name, language }: Template): Promise<void> {
    this.sending = true;
    this.error = undefined;
    try {
      const message = await this.api.reply(this.enquiry.id, this.key, {
        template: { name, language },
        revision: this.enquiry.revision,
      });
      const refused = Refused.of(message);
      this.tell<Message>('sent', message);
      if (refused) {
        this.key = crypto.randomUUID();
        throw refused;
      }
      await this.choose(undefined);
      this.refocus('h3');
    } catch (error) {
      this.error = error;
    } finally {
      this.sending = false;
    }
  }
}

function same(one: Template, other: Template | undefined): boolean {
  return one.name === other?.name && one.language === other.language;
}
