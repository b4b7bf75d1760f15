import type {
  AttachmentType,
  CannedReplies,
  Configuration,
  EditedReplies,
  Enquiry,
  Message,
  ListOrder,
  Receipt,
  Reply,
  Sign,
  UploadTarget,
  Listing,
  Here,
  Numbers,
  People,
} from './generated/api';
import { present, type Present } from './colleagues/presence';
import { Problem } from './problem';
import type { Session } from './session';

const PATIENCE = 30_000;
const UNCHANGED = 304;

/**
 * Answers of before by address, in memory only: the server says in a few bytes which of them still holds. What was asked
 * for last stands last.
 */
export type Known = Map<string, { tag: string; body: unknown }>;

/** The mayor's API. Every refusal leaves as a `Problem`; fires `connection` when the net has gone or is back. */
export class Api extends EventTarget {
  offline = false;

  constructor(private readonly session: Session) {
    super();
  }

  /** What is as it was comes back as the very same object, if there is something `known`. */
  list(order: ListOrder, next?: string, known?: Known): Promise<Listing> {
    const query = new URLSearchParams({ order, ...(next && { next }) });
    return this.unlessKnown(`/api/enquiries?${query}`, known);
  }

  /** With its last messages, or with those before one of them. */
  enquiry(id: string, before?: string, known?: Known): Promise<Enquiry> {
    const query = before ? `?${new URLSearchParams({ before })}` : '';
    return this.unlessKnown(path(id) + query, known);
  }

  /** The same with its last messages; says beside it what the reader does, and hears who else is there. */
  look(
    id: string,
    here: Here,
    known: Known,
    others: (others: Present[]) => void,
  ): Promise<Enquiry> {
    const query = `?${new URLSearchParams({ here })}`;
    return this.unlessKnown(path(id), known, query, (headers) =>
      others(present(headers.get('Present'))),
    );
  }

  /** Colleagues need not wait until they see that nobody is there any more. */
  async left(id: string): Promise<void> {
    await this.answer(`${path(id)}?here=left`);
  }

  /** Who this is and who else works here; a name only where it is to change. */
  async introduce(name = this.session.name): Promise<People> {
    return this.json('/api/me', send('PUT', { ...(name && { name }) }));
  }

  /** What the council may know. */
  numbers(): Promise<Numbers> {
    return this.json('/api/numbers');
  }

  async assign(id: string, person: string | undefined): Promise<void> {
    await this.answer(`${path(id)}/assignment`, send('PUT', { ...(person && { person }) }));
  }

  /** In the place of that version of the note. */
  async note(id: string, text: string, version: number): Promise<void> {
    await this.answer(`${path(id)}/note`, send('PUT', { text, version }));
  }

  /** Off the desk until then, as seen up to `revision`; without a time, back on it. */
  async postpone(id: string, until: string | undefined, revision: number): Promise<void> {
    const body = { ...(until && { until }), revision };
    await this.answer(`${path(id)}/postponement`, send('PUT', body));
  }

  reply(id: string, key: string, reply: Reply): Promise<Message> {
    return this.json(`${path(id)}/replies`, send('POST', reply, { 'Idempotency-Key': key }));
  }

  /** The town hall's own. */
  cannedReplies(): Promise<CannedReplies> {
    return this.json('/api/canned-replies');
  }

  saveCannedReplies(edited: EditedReplies): Promise<CannedReplies> {
    return this.json('/api/canned-replies', send('PUT', edited));
  }

  /** A place for a file of so many bytes, before it is sealed. */
  uploadTarget(id: string, type: AttachmentType, bytes: number): Promise<UploadTarget> {
    return this.json(`${path(id)}/attachments`, send('POST', { type, bytes }));
  }

  /** An empty emoji takes the reaction back. */
  react(id: string, message: string, emoji: string): Promise<Message> {
    const url = `${path(id)}/messages/${encodeURIComponent(message)}/reaction`;
    return this.json(url, send('PUT', { emoji }));
  }

  /** Lets the citizen know that somebody has read or is writing, and the list up to where it is read. */
  async sign(id: string, sign: Sign): Promise<void> {
    await this.answer(`${path(id)}/signs`, send('POST', sign));
  }

  /**
   * `revision` is up to where the mayor has seen it: what came later keeps the server from erasing. Without it, only
   * the receipt of what is resolved already comes back.
   */
  resolve(id: string, revision?: number): Promise<Receipt> {
    return this.json(`${path(id)}/resolve`, send('POST', { revision }));
  }

  /** `aside` asks for nothing that is known by it, and `heard` gets what is said beside. */
  private async unlessKnown<T>(
    url: string,
    known: Known = new Map(),
    aside = '',
    heard?: (headers: Headers) => void,
  ): Promise<T> {
    const before = known.get(url);
    const request = before ? { headers: { 'If-None-Match': before.tag } } : {};
    const response = await this.answer(url + aside, request);
    heard?.(response.headers);
    // Cleared meanwhile, it shall not be known again by an answer to what was asked before.
    const holds = known.delete(url);
    if (before && response.status === UNCHANGED) {
      if (holds) known.set(url, before);
      return before.body as T;
    }
    const body: unknown = await response.json();
    const tag = response.headers.get('ETag');
    if (tag) known.set(url, { tag, body });
    return body as T;
  }

  private async json<T>(url: string, request?: RequestInit): Promise<T> {
    return (await (await this.answer(url, request)).json()) as T;
  }

  private async answer(url: string, request: RequestInit = {}): Promise<Response> {
    let response = await this.ask(url, request);
    if (response.status === 401 && (await this.renewed())) {
      response = await this.ask(url, request);
    }
    if (response.status === 401) this.session.expire();
    if (response.status === 403) this.session.refuse();
    if (!response.ok && response.status !== UNCHANGED) throw await Problem.of(response);
    return response;
  }

  private async renewed(): Promise<boolean> {
    try {
      return await this.session.renew();
    } catch (error) {
      this.connected(false);
      throw error;
    }
  }

  private async ask(url: string, request: RequestInit): Promise<Response> {
    const headers = new Headers(request.headers);
    headers.set('Authorization', `Bearer ${this.session.accessToken ?? ''}`);
    try {
      const response = await fetch(url, {
        ...request,
        headers,
        cache: 'no-store',
        credentials: 'omit',
        referrerPolicy: 'no-referrer',
        signal: AbortSignal.timeout(PATIENCE),
      });
      // Who has to ask the login server first is not through yet.
      if (response.status !== 401) this.connected(true);
      return response;
    } catch {
      this.connected(false);
      throw new Problem('offline');
    }
  }

  private connected(connected: boolean): void {
    if (this.offline !== connected) return;
    this.offline = !connected;
    this.dispatchEvent(new Event('connection'));
  }
}

/** What the page has to know before anybody has logged in. */
export async function loadConfiguration(): Promise<Configuration> {
  const response = await fetch('/config.json', { cache: 'no-store', credentials: 'omit' });
  if (!response.ok) throw new Error('There is no configuration.');
  return (await response.json()) as Configuration;
}

function path(id: string): string {
  return `/api/enquiries/${encodeURIComponent(id)}`;
}

function send(
  method: 'POST' | 'PUT',
  body: unknown,
  headers: Record<string, string> = {},
): RequestInit {
  return {
    method,
    headers: { 'Content-Type': 'application/json', ...headers },
    body: JSON.stringify(body),
  };
}
