import { html, type TemplateResult } from 'lit';
import type { FileMessage } from '../generated/api';
import { texts } from '../texts';
import { near } from '../time';
import './drawn-picture';
import type { Opened } from './file';

type Open = Extract<Opened, { state: 'open' }>;

/** As many dots as the conversation can show of a picture, on a screen that is twice as fine as usual. */
const IN_CONVERSATION = 1280;

/** What may come of it: the mayor wants it larger, or the browser cannot show it. */
interface Reactions {
  enlarge: () => void;
  unplayable: () => void;
}

/** An opened file as it stands in the conversation; `url` is that of its blob where it is played. */
export function player(
  file: Open,
  message: FileMessage,
  url: string,
  reactions: Reactions,
): TemplateResult {
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
        <drawn-picture
          .content=${file.content}
          .type=${file.type}
          .label=${files.picture(near(message.at))}
          .dots=${IN_CONVERSATION}
          @unplayable=${unplayable}
        ></drawn-picture>
      </button>`;
    case 'video':
      return html`<video
        src=${url}
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
        src=${url}
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
