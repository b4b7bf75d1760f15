import { language, texts } from './texts';

const LONGEST_DETAIL = 300;

/** A request that was refused or never arrived; `name` is what code may decide on. */
export class Problem extends Error {
  override readonly name: string;

  constructor(
    name: string,
    readonly detail?: string,
  ) {
    super(name);
    this.name = name;
  }

  static async of(response: Response): Promise<Problem> {
    const body = await document(response);
    const type = typeof body['type'] === 'string' ? body['type'] : '';
    const detail = body['detail'];
    const name = type.split(':').pop() || ordinary(response.status);
    return new Problem(
      name,
      typeof detail === 'string' ? detail.slice(0, LONGEST_DETAIL) : undefined,
    );
  }
}

/** What to tell the reader: the server's own sentence is German, so other languages use ours. */
export function sentence(error: unknown): string {
  const { problems } = texts();
  if (!(error instanceof Problem)) return problems.general;
  if (language() === 'de' && error.detail) return error.detail;
  return (Object.hasOwn(problems, error.name) && problems[error.name]) || problems.general;
}

/** The desk says so itself, once for all that is on it. */
export function isOffline(error: unknown): boolean {
  return error instanceof Problem && error.name === 'offline';
}

/** Whether what was asked for exists no more: there is nothing to try again. */
export function isGone(error: unknown): boolean {
  return error instanceof Problem && ['not-found', 'erased'].includes(error.name);
}

/** Whether somebody else has answered first. */
export function isPassed(error: unknown): boolean {
  return error instanceof Problem && error.name === 'answered';
}

async function document(response: Response): Promise<Record<string, unknown>> {
  try {
    const body: unknown = await response.json();
    return typeof body === 'object' && body !== null ? (body as Record<string, unknown>) : {};
  } catch {
    return {};
  }
}

function ordinary(status: number): string {
  if (status === 401) return 'signed-out';
  if (status === 403) return 'forbidden';
  return status === 404 ? 'not-found' : 'general';
}
