import { texts } from './texts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** With less left than that, the end of a time limit should not be overlooked. */
export const URGENT = 4 * HOUR;

/** How long something has been waiting, in the coarsest unit that still says something. */
export function since(start: string, now = Date.now()): string {
  const words = texts().time;
  const passed = now - Date.parse(start);
  if (passed < MINUTE) return words.sinceNow;
  if (passed < HOUR) return words.since.minute(Math.floor(passed / MINUTE));
  if (passed < DAY) return words.since.hour(Math.floor(passed / HOUR));
  return words.since.day(Math.floor(passed / DAY));
}

/** Milliseconds until that moment, never negative. */
export function left(end: string, now = Date.now()): number {
  return Math.max(0, Date.parse(end) - now);
}

/** A countdown in hours and begun minutes, so that the last minute is not called zero. */
export function countdown(milliseconds: number): string {
  const minutes = Math.ceil(milliseconds / MINUTE);
  return texts().time.hoursMinutes(Math.floor(minutes / 60), minutes % 60);
}

/** What is left where there is no hurry: whole hours. */
export function hours(milliseconds: number): string {
  const whole = Math.floor(milliseconds / HOUR);
  return whole ? texts().time.hours(whole) : countdown(milliseconds);
}

export function clock(time: string): string {
  return format(time, { hour: '2-digit', minute: '2-digit' });
}

export function date(time: string): string {
  return format(time, { day: 'numeric', month: 'long', year: 'numeric' });
}

export function shortDate(time: string): string {
  return format(time, { day: '2-digit', month: '2-digit', year: '2-digit' });
}

/** To the second and with its time zone, so that it still says the same in a file. */
export function exact(time: string): string {
  return format(time, { dateStyle: 'long', timeStyle: 'long' });
}

/** For the list: the clock today, the date before. */
export function stamp(time: string, now = Date.now()): string {
  return daysBetween(time, now) === 0 ? clock(time) : shortDate(time);
}

/** For the heads of days in a conversation. */
export function dayHead(time: string, now = Date.now()): string {
  const days = daysBetween(time, now);
  if (days === 0) return texts().conversation.today;
  if (days === 1) return texts().conversation.yesterday;
  return format(time, { weekday: 'long', day: 'numeric', month: 'long' });
}

/** A near moment, as one would say it: today or tomorrow with the clock. */
export function near(time: string, now = Date.now()): string {
  const words = texts().time;
  const days = daysBetween(time, now);
  const day = days === 0 ? words.today : days === -1 ? words.tomorrow : shortDate(time);
  return words.at(day, clock(time));
}

function daysBetween(time: string, now: number): number {
  const midnight = (moment: Date) => moment.setHours(0, 0, 0, 0);
  return Math.round((midnight(new Date(now)) - midnight(new Date(time))) / DAY);
}

/** Making one takes longer than all that it will format in a long list. */
const formats = new Map<string, Intl.DateTimeFormat>();

function format(time: string, options: Intl.DateTimeFormatOptions): string {
  const { locale } = texts().time;
  const name = locale + JSON.stringify(options);
  const known = formats.get(name) ?? new Intl.DateTimeFormat(locale, options);
  formats.set(name, known);
  return known.format(new Date(time));
}
