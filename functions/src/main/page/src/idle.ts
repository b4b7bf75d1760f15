const LIMIT = 5 * 60_000;
const WARNING = 60_000;
const LOOK = 5_000;
const SIGNS = ['pointerdown', 'pointermove', 'keydown', 'wheel', 'touchstart'] as const;

interface Idle {
  /** Nobody has been here for five minutes. */
  lock: () => void;
  /** That will be so in `left` milliseconds. */
  warn: (left: number) => void;
  /** Somebody is here after all. */
  calm: () => void;
}

/** Tells of five minutes without a sign of life, and a minute before; by the clock, because timers sleep. */
export function watchIdle({ lock, warn, calm }: Idle): void {
  let last = Date.now();
  let warned = false;
  const look = () => {
    const left = LIMIT - (Date.now() - last);
    if (left <= 0) {
      last = Date.now();
      warned = false;
      lock();
    } else if (left <= WARNING && !warned) {
      warned = true;
      warn(left);
    }
  };
  const alive = () => {
    look();
    last = Date.now();
    if (warned) calm();
    warned = false;
  };
  for (const sign of SIGNS) window.addEventListener(sign, alive, { passive: true, capture: true });
  document.addEventListener('visibilitychange', look);
  setInterval(look, LOOK);
}
