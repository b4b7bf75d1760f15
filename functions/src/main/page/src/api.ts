import type { Enquiry, Message, Order, Receipt, Worklist } from './model';
import { Problem } from './problem';
import type { Session } from './session';

const PATIENCE = 30_000;

/** The mayor's API. Every refusal leaves as a `Problem`. */
export class Api {
  constructor(private readonly session: Session) {}

  list(order: Order, next?: string): Promise<Worklist> {
    const query = new URLSearchParams({ order, ...(next && { next }) });
    return this.json(`/api/enquiries?${query}`);
  }

  enquiry(id: string): Promise<Enquiry> {
    return this.json(path(id));
  }

  reply(id: string, key: string, text: string): Promise<Message> {
    return this.json(`${path(id)}/replies`, post({ text }, { 'Idempotency-Key': key }));
  }

  /** `inbound` is how many messages the mayor has seen: with more, the server refuses to erase. */
  resolve(id: string, inbound?: number): Promise<Receipt> {
    return this.json(`${path(id)}/resolve`, post(inbound === undefined ? {} : { inbound }));
  }

  private async json<T>(url: string, request: RequestInit = {}): Promise<T> {
    let response = await this.send(url, request);
    if (response.status === 401 && (await this.session.renew())) {
      response = await this.send(url, request);
    }
    if (response.status === 401) this.session.expire();
    if (!response.ok) throw await Problem.of(response);
    return (await response.json()) as T;
  }

  private async send(url: string, request: RequestInit): Promise<Response> {
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

function path(id: string): string {
  return `/api/enquiries/${encodeURIComponent(id)}`;
}

function post(body: unknown, headers: Record<string, string> = {}): RequestInit {
  return {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', ...headers },
    body: JSON.stringify(body),
  };
}
