import type {
  AttachmentType,
  Configuration,
  Enquiry,
  Message,
  ListOrder,
  Receipt,
  Reply,
  UploadTarget,
  Listing,
} from './generated/api';
import { Problem } from './problem';
import type { Session } from './session';

const PATIENCE = 30_000;

/** The mayor's API. Every refusal leaves as a `Problem`. */
export class Api {
  constructor(private readonly session: Session) {}

  list(order: ListOrder, next?: string): Promise<Listing> {
    const query = new URLSearchParams({ order, ...(next && { next }) });
    return this.json(`/api/enquiries?${query}`);
  }

  /** With its last messages, or with those before one of them. */
  enquiry(id: string, before?: string): Promise<Enquiry> {
    const query = before ? `?${new URLSearchParams({ before })}` : '';
    return this.json(path(id) + query);
  }

  reply(id: string, key: string, reply: Reply): Promise<Message> {
    return this.json(`${path(id)}/replies`, send('POST', reply, { 'Idempotency-Key': key }));
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

  /** Lets the citizen know that somebody has read or is writing. */
  async sign(id: string, sign: 'read' | 'typing'): Promise<void> {
    await this.answer(`${path(id)}/signs`, send('POST', { sign }));
  }

  /**
   * `revision` is up to where the mayor has seen it: what came later keeps the server from erasing. Without it, only
   * the receipt of what is resolved already comes back.
   */
  resolve(id: string, revision?: number): Promise<Receipt> {
    return this.json(`${path(id)}/resolve`, send('POST', { revision }));
  }

  private async json<T>(url: string, request?: RequestInit): Promise<T> {
    return (await (await this.answer(url, request)).json()) as T;
  }

  private async answer(url: string, request: RequestInit = {}): Promise<Response> {
    let response = await this.ask(url, request);
    if (response.status === 401 && (await this.session.renew())) {
      response = await this.ask(url, request);
    }
    if (response.status === 401) this.session.expire();
    if (!response.ok) throw await Problem.of(response);
    return response;
  }

  private async ask(url: string, request: RequestInit): Promise<Response> {
    const headers = new Headers(request.headers);
    headers.set('Authorization', `Bearer ${this.session.accessToken ?? ''}`);
    try {
      return await fetch(url, {
        ...request,
        headers,
        cache: 'no-store',
        credentials: 'omit',
        referrerPolicy: 'no-referrer',
        signal: AbortSignal.timeout(PATIENCE),
      });
    } catch {
      throw new Problem('offline');
    }
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
