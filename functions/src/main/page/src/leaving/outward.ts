import { html, type TemplateResult } from 'lit';
import { texts } from '../texts';
import './leaving-step';
import type { Way } from './leaving-step';
import { stretches, type Outward } from './links';

const MAP = 'https://www.openstreetmap.org/';

/** A text in which addresses and numbers can be opened. */
export function opened(text: string): (string | TemplateResult)[] {
  return stretches(text).map((part) => (typeof part === 'string' ? part : outward(part)));
}

/** An address or a number that opens by a second click, after a word of who will know. */
export function outward({ kind, words, href }: Outward): TemplateResult {
  const { leaving } = texts();
  const note = kind === 'web' ? leaving.web(new URL(href).host) : leaving[kind];
  return step(words, note, [{ label: leaving.open, href }, copy(words)], true);
}

/** A place on the earth: to be copied, or looked at on the map of somebody who then knows of it. */
export function onTheMap(latitude: number, longitude: number): TemplateResult {
  const { leaving } = texts();
  const point = `${degrees(latitude)}, ${degrees(longitude)}`;
  const href = `${MAP}?mlat=${degrees(latitude)}&mlon=${degrees(longitude)}#map=17/${degrees(latitude)}/${degrees(longitude)}`;
  return step(point, leaving.map, [{ label: leaving.openMap, href }, copy(point)], true);
}

/** Something that leaves the page by being saved. */
export function saving(label: string, note: string, run: () => unknown): TemplateResult {
  return step(label, note, [{ label: texts().files.saveAnyway, run }], false);
}

function step(label: string, note: string, ways: Way[], inline: boolean): TemplateResult {
  return html`<leaving-step
    .label=${label}
    .note=${note}
    .ways=${ways}
    .inline=${inline}
  ></leaving-step>`;
}

function copy(words: string): Way {
  const { leaving } = texts();
  return {
    label: leaving.copy,
    run: () => navigator.clipboard.writeText(words),
    done: leaving.copied,
  };
}

/** With a point in every language, because that is what maps take. */
function degrees(value: number): string {
  return Number(value).toFixed(6);
}
