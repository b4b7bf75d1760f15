import { html, type TemplateResult } from 'lit';
import type { FileMessage } from '../generated/api';
import { texts } from '../texts';
import { near } from '../time';
import type { Opened } from './file';

type Open = Extract<Opened, { state: 'open' }>;

/** What may come of it: the mayor wants it larger, or the browser cannot show it. */
interface Reactions {
  enlarge: () => void;
  unplayable: () => void;
}

/** An opened file as it stands in the conversation. */
export function player(file: Open, message: FileMessage, reactions: Reactions): TemplateResult {
  const { enlarge, unplayable } = reactions;
  const { files } = texts();
  switch (file.show) {
    case 'picture':
      return html`<button
        type="button"
        class="picture ${message.kind === 'sticker' ? 'picture--sticker' : ''}"
        aria-label=${files.enlarge}
        @click=${enlarge}
      >
        <img src=${file.url} alt=${files.picture(near(message.at))} @error=${unplayable} />
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
        @error=${unplayable}
      ></video>`;
    case 'audio':
      return html`<audio
        src=${file.url}
        controls
        controlslist="nodownload noremoteplayback"
        disableremoteplayback
        preload="metadata"
        aria-label=${texts().kind('audio')}
        @error=${unplayable}
      ></audio>`;
    case 'pdf':
      return html`<button type="button" class="kern-btn kern-btn--secondary" @click=${enlarge}>
        <span class="kern-label">${files.open}</span>
      </button>`;
  }
}
