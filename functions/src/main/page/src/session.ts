import type { Admission, Login, Tokens } from './login';
import { isOffline } from './problem';

/**
 * The one place that holds tokens, and only in memory. Fires `expired` when they are worth nothing, and `refused` when whoever
 * has them may not work here.
 */
export class Session extends EventTarget {
  #tokens: Tokens | undefined;
  #person: string | undefined;
  #renewal: Promise<boolean> | undefined;

  constructor(private readonly login: Pick<Login, 'renew'>) {
    super();
  }

  begin({ tokens, person }: Admission): void {
    this.#tokens = tokens;
    this.#person = person;
  }

  forget(): void {
    this.#tokens = undefined;
  }

  /** As the login server calls whoever has logged in, if it does. */
  get name(): string | undefined {
    return this.#tokens?.name;
  }

  /** Who has logged in; known for as long as the page may ask whether they come back. */
  get person(): string | undefined {
    return this.#person;
  }

  get accessToken(): string | undefined {
    return this.#tokens?.access;
  }

  /**
   * After a 401: true when a fresh access token is there; ends with the problem `offline` where that cannot be known.
   * Requests side by side renew once.
   */
  renew(): Promise<boolean> {
    this.#renewal ??= this.#renewed().finally(() => (this.#renewal = undefined));
    return this.#renewal;
  }

  expire(): void {
    this.forget();
    this.dispatchEvent(new Event('expired'));
  }

  refuse(): void {
    this.forget();
    this.dispatchEvent(new Event('refused'));
  }

  async #renewed(): Promise<boolean> {
    const before = this.#tokens;
    if (!before?.refresh) return false;
    try {
      const fresh = await this.login.renew(before.refresh);
      // Logging out or locking meanwhile must win.
      if (this.#tokens !== before) return false;
      this.#tokens = { ...fresh, ...(before.name && { name: before.name }) };
      return true;
    } catch (error) {
      if (isOffline(error)) throw error;
      return false;
    }
  }
}
