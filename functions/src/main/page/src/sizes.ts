import { texts } from './texts';

/** A number of bytes in words: 0,3 MB. */
export function size(bytes: number): string {
  const [value, unit] =
    bytes < 100_000 ? [Math.max(0.1, bytes / 1000), 'kB'] : [bytes / 1_000_000, 'MB'];
  const digits = { maximumFractionDigits: value < 10 ? 1 : 0 };
  return `${new Intl.NumberFormat(texts().time.locale, digits).format(value)} ${unit}`;
}

export function sizeOfFiles(files: number, bytes: number): string {
  return files ? `${files} (${size(bytes)})` : '0';
}
