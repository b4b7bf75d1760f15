import { html, type TemplateResult } from 'lit';
import type { Message } from '../model';
import { texts } from '../texts';
import { near } from '../time';
import type { Opened } from './file';

type Open = Extract<Opened, { state: 'open' }>;

/** An opened file as it stands in the conversation. */
export function player(file: Open, message: Message, enlarge: () => void): TemplateResult {
  const { files } = texts();
  switch (file.show) {
    case 'picture':
      return html`<button
        type="button"
        class="picture ${message.kind === 'sticker' ? 'picture--sticker' : ''}"
        aria-label=${files.enlarge}
        @click=${enlarge}
      >
        <img src=${file.url} alt=${files.picture(near(message.at))} />
      </button>`;
    case 'video':
      return html`<video
        src=${file.url}
        controls
        controlslist="nodownload noremoteplayback"
        disablepictureinpicture
        disableremoteplayback
        playsinline
        preload="metadata"
        aria-label=${texts().kind('video')}
      ></video>`;
    case 'audio':
      return html`<audio
        src=${file.url}
        controls
        controlslist="nodownload noremoteplayback"
        disableremoteplayback
        preload="metadata"
        aria-label=${texts().kind('audio')}
      ></audio>`;
    case 'pdf':
      return html`<button type="button" class="kern-btn kern-btn--secondary" @click=${enlarge}>
        <span class="kern-label">${files.open}</span>
      </button>`;
  }
}
