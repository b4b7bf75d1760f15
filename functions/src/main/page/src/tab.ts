import { texts } from './texts';

interface Signs {
  unread: number;
  today: number;
  /** Answers that did not get out. */
  failed: number;
}

const icon = (colour: string) =>
  `data:image/svg+xml,${encodeURIComponent(
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16"><path d="M2 2h12v9H7l-3 3v-3H2z" fill="#171a2b" stroke="#fff"/>${colour && `<circle cx="12" cy="4" r="4" fill="${colour}" stroke="#fff"/>`}</svg>`,
  )}`;

/** What the tab shows while the reader is elsewhere: numbers and a dot, nothing of anybody's. */
export class Tab {
  show({ unread, today, failed }: Signs): void {
    const { title, tab } = texts();
    const parts = [unread && tab.unread(unread), today && tab.today(today)].filter(Boolean);
    const words = parts.length ? `${parts.join(', ')} – ${title}` : title;
    document.title = failed ? `! ${tab.failed(failed)} – ${words}` : words;
    this.draw(failed ? '#c00' : unread ? '#e58a00' : '');
  }

  clear(): void {
    document.title = texts().title;
    this.draw('');
  }

  private draw(dot: string): void {
    const link = document.querySelector<HTMLLinkElement>('link[rel=icon]');
    if (link && link.href !== icon(dot)) link.href = icon(dot);
  }
}
