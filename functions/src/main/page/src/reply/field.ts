import { html, type TemplateResult } from 'lit';
import { texts } from '../texts';

interface Field {
  text: string;
  caption: boolean;
  busy: boolean;
  typed: (text: string) => void;
  pasted: (files: File[]) => void;
  submit: (event: Event) => void;
  finish: () => void;
}

/** The field for the answer; what is described below is read with it when it gets the focus. */
export function field({
  text,
  caption,
  busy,
  typed,
  pasted,
  submit,
  finish,
}: Field): TemplateResult {
  const { reply } = texts();
  const label = caption ? reply.caption : reply.label;
  const keyed = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
    if (event.shiftKey) finish();
    else submit(event);
  };
  return html`<div class="kern-form-input">
    <label class="kern-label" for="reply-text">${label}</label>
    <textarea
      class="kern-form-input__input"
      id="reply-text"
      data-testid="reply-text"
      dir="auto"
      rows="2"
      autocomplete="off"
      spellcheck="false"
      autocapitalize="sentences"
      writingsuggestions="false"
      aria-describedby="reply-quote reply-file reply-count"
      ?readonly=${busy}
      .value=${text}
      @input=${(event: Event) => typed((event.target as HTMLTextAreaElement).value)}
      @keydown=${keyed}
      @paste=${(event: ClipboardEvent) => paste(event, pasted)}
    ></textarea>
  </div>`;
}

/** Other programs copy words as a picture, too: who pastes those wants the words. */
function paste(event: ClipboardEvent, pasted: (files: File[]) => void): void {
  const { files, types } = event.clipboardData!;
  if (!files.length || types.includes('text/plain')) return;
  event.preventDefault();
  pasted([...files]);
}
