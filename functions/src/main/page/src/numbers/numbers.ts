import type { MonthOfNumbers } from '../generated/api';
import { language, texts } from '../texts';

/** What a month is described by, as columns of the table and of the file. */
export function columns(): [name: string, value: (month: MonthOfNumbers) => number | null][] {
  const { numbers, kind } = texts();
  return [
    [numbers.enquiries, (month) => month.enquiries],
    [numbers.inbound, (month) => month.inbound],
    [numbers.outbound, (month) => month.outbound],
    [numbers.files, (month) => month.files],
    [numbers.median, (month) => month.medianHours],
    [numbers.most, (month) => month.mostHours],
    [numbers.inWindow, (month) => month.inWindow],
    ...(['mayor', 'citizen', 'expiry'] as const).map(
      (end): [string, (month: MonthOfNumbers) => number | null] => [
        numbers.ends[end],
        (month) => month.ends[end],
      ],
    ),
    ...(Object.keys(EMPTY_KINDS) as (keyof MonthOfNumbers['kinds'])[]).map(
      (each): [string, (month: MonthOfNumbers) => number | null] => [
        numbers.with(kind(each)),
        (month) => month.kinds[each],
      ],
    ),
  ];
}

const EMPTY_KINDS: Record<keyof MonthOfNumbers['kinds'], null> = {
  text: null,
  image: null,
  video: null,
  audio: null,
  document: null,
  sticker: null,
  location: null,
  contacts: null,
};

export function nameOfMonth({ month }: MonthOfNumbers): string {
  return new Intl.DateTimeFormat(language(), {
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  }).format(new Date(`${month}-15T12:00:00Z`));
}

/** What is hidden stays so in every form. */
export function cell(number: number | null): string {
  return number === null ? texts().numbers.hidden : `${number}`;
}

/** With a byte order mark and semicolons, as the office's spreadsheet reads it. */
export function csv(months: MonthOfNumbers[]): string {
  const all = columns();
  const lines = [
    [texts().numbers.month, ...all.map(([name]) => name)],
    ...months.map((each) => [each.month, ...all.map(([, value]) => cell(value(each)))]),
  ];
  return `\ufeff${lines.map((line) => line.map(quoted).join(';')).join('\r\n')}\r\n`;
}

function quoted(word: string): string {
  return `"${word.replaceAll('"', '""')}"`;
}

/** As it stands on paper. */
export function printed(months: MonthOfNumbers[], town: string): string {
  const { numbers } = texts();
  const parts = months.map((each) =>
    [
      nameOfMonth(each),
      ...columns().map(([name, value]) => `  ${name}: ${cell(value(each))}`),
    ].join('\n'),
  );
  return [`${town}: ${numbers.heading}`, numbers.why, ...parts].join('\n\n');
}
