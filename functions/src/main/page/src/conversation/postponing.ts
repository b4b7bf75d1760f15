const MORNING = 8;
const MONDAY = 1;

interface Choice {
  name: 'hours' | 'tomorrow' | 'monday';
  until: Date;
}

/** What one would say: in three hours, tomorrow at eight, on Monday at eight; by this device's clock. */
export function choices(now = new Date()): Choice[] {
  const hours = new Date(now);
  hours.setHours(now.getHours() + 3, 0, 0, 0);
  const toMonday = (MONDAY + 7 - now.getDay()) % 7 || 7;
  return [
    { name: 'hours', until: hours },
    { name: 'tomorrow', until: morning(now, 1) },
    // On a Sunday the two are the same.
    ...(toMonday > 1 ? [{ name: 'monday' as const, until: morning(now, toMonday) }] : []),
  ];
}

/** A time of the reader's own, if it is one. */
export function own(text: string): Date | undefined {
  const time = new Date(text);
  return Number.isNaN(+time) ? undefined : time;
}

function morning(now: Date, days: number): Date {
  return new Date(now.getFullYear(), now.getMonth(), now.getDate() + days, MORNING);
}
