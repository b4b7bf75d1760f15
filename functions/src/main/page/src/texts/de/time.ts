import { plural } from '../plural';

export const time = {
  locale: 'de-DE',
  now: 'gerade eben',
  since: {
    minute: (n: number) => `seit ${n} Min.`,
    hour: (n: number) => `seit ${n} Std.`,
    day: (n: number) => `seit ${plural(n, 'Tag', 'Tagen')}`,
  },
  sinceNow: 'seit eben',
  hours: (h: number) => `${h} Std.`,
  hoursMinutes: (h: number, m: number) => (h ? `${h} Std. ${m} Min.` : `${m} Min.`),
  at: (day: string, clock: string) => `${day} ${clock}`,
  today: 'heute',
  tomorrow: 'morgen',
  on: (date: string) => `am ${date}`,
};
