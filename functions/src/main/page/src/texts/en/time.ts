import { plural } from '../plural';

export const time = {
  locale: 'en-GB',
  now: 'just now',
  since: {
    minute: (n: number) => `for ${n} min`,
    hour: (n: number) => `for ${n} h`,
    day: (n: number) => `for ${plural(n, 'day', 'days')}`,
  },
  sinceNow: 'since just now',
  hours: (h: number) => `${h} h`,
  hoursMinutes: (h: number, m: number) => (h ? `${h} h ${m} min` : `${m} min`),
  at: (day: string, clock: string) => `${day} ${clock}`,
  today: 'today',
  tomorrow: 'tomorrow',
  on: (date: string) => `on ${date}`,
};
