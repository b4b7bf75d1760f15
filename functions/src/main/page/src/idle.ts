const LIMIT = 5 * 60_000;
const LOOK = 5_000;
const SIGNS = ['pointerdown', 'pointermove', 'keydown', 'wheel', 'touchstart'] as const;

/** Calls `lock` after five minutes without a sign of life; by the clock, because timers sleep. */
export function watchIdle(lock: () => void): void {
  let last = Date.now();
  const look = () => {
    if (Date.now() - last < LIMIT) return;
    last = Date.now();
    lock();
  };
  const alive = () => {
    look();
    last = Date.now();
  };
  for (const sign of SIGNS) window.addEventListener(sign, alive, { passive: true, capture: true });
  document.addEventListener('visibilitychange', look);
  setInterval(look, LOOK);
}
