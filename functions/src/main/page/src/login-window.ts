/** Windows of this page speak here, and only while somebody logs in. */
const CHANNEL = 'login';
/** A page that waits answers at once. */
const PATIENCE = 1_000;

/** The browser lets no page open windows, or not this one. */
export class WindowBlocked extends Error {}

/** Opens `door` beside this page; resolves when the login server's answer to `question` has come there. */
export async function answerTo<Q extends { state: string }>(
  question: Q,
  door: URL,
): Promise<Q & { url: URL }> {
  if (!window.open(door, '_blank', 'popup,width=520,height=760')) throw new WindowBlocked();
  const channel = new BroadcastChannel(CHANNEL);
  return new Promise((done) => {
    channel.onmessage = ({ data }: MessageEvent<unknown>) => {
      if (typeof data !== 'string' || !URL.canParse(data)) return;
      const url = new URL(data);
      // Several pages may wait.
      if (url.searchParams.get('state') !== question.state) return;
      channel.postMessage(true);
      channel.close();
      done({ ...question, url });
    };
  });
}

/** Brings an answer to the window that waits for it; false if none does. */
export async function handOver(url: URL): Promise<boolean> {
  const channel = new BroadcastChannel(CHANNEL);
  const taken = new Promise<boolean>((done) => {
    channel.onmessage = ({ data }) => data === true && done(true);
    setTimeout(() => done(false), PATIENCE);
  });
  channel.postMessage(url.href);
  return taken.finally(() => channel.close());
}
