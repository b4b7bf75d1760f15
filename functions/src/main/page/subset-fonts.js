/**
 * Writes the parts of KERN's typeface that the page loads, src/generated/fonts/*.woff2: what German and English are
 * written with, and apart from it other Latin letters and the rest, which a browser fetches only for a name or a text
 * that needs them.
 */
import { mkdir, readFile, stat, writeFile } from 'node:fs/promises';
import subsetFont from 'subset-font';

const SOURCE = new URL('node_modules/@kern-ux/native/dist/fonts/fira-sans/', import.meta.url);
const TARGET = new URL('src/generated/fonts/', import.meta.url);
const WEIGHTS = ['Regular', 'SemiBold'];

/** As the styles name them: the first of each pair and all up to the second. */
const LATIN = [
  [0x20, 0x7e],
  [0xa0, 0xff],
  [0x2010, 0x2015],
  [0x2018, 0x201f],
  [0x2020, 0x2022],
  [0x2026, 0x2026],
  [0x202f, 0x202f],
  [0x2039, 0x203a],
  [0x20ac, 0x20ac],
];
const MORE_LATIN = [
  [0x100, 0x24f],
  [0x1e00, 0x1eff],
];
/** Greek, Cyrillic, signs. */
const REST = [
  [0x250, 0x52f],
  [0x1f00, 0x1fff],
  [0x2000, 0x2bff],
  [0xfb00, 0xfb06],
];

const letters = (ranges) =>
  ranges
    .flatMap(([first, last]) => Array.from({ length: last - first + 1 }, (_, n) => first + n))
    .map((code) => String.fromCodePoint(code))
    .join('');

export async function subsetFonts() {
  await mkdir(TARGET, { recursive: true });
  const latin = letters(LATIN);
  const rest = [...letters(REST)].filter((letter) => !latin.includes(letter)).join('');
  for (const weight of WEIGHTS) {
    const source = new URL(`FiraSans-${weight}.woff2`, SOURCE);
    await write(`${weight}-latin`, source, latin);
    await write(`${weight}-more`, source, letters(MORE_LATIN));
    await write(`${weight}-rest`, source, rest);
  }
}

/** What is newer than all that it is made of stays: it takes seconds. */
async function write(name, source, text) {
  const target = new URL(`${name}.woff2`, TARGET);
  const made = await time(target);
  if (made > (await time(source)) && made > (await time(new URL(import.meta.url)))) return;
  await writeFile(
    target,
    await subsetFont(await readFile(source), text, { targetFormat: 'woff2' }),
  );
}

async function time(file) {
  return (await stat(file).catch(() => undefined))?.mtimeMs ?? 0;
}
