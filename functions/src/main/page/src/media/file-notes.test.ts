import { nothing, render } from 'lit';
import { expect, it } from 'vitest';
import type { StoredMedia } from '../generated/api';
import { told, waiting } from './file-notes';

const at = '2026-11-23T10:00:00Z';
const after = (minutes: number) => Date.parse(at) + minutes * 60_000;

it('says that a file is being loaded, as long as that may well be so', () => {
  expect(waiting(at, after(0))).toBe('Datei wird geladen …');
  expect(waiting(at, after(5))).toBe('Datei wird geladen …');
});

it('admits after five minutes that the file is not there', () => {
  expect(waiting(at, after(5.1))).toBe('Die Datei ist noch nicht da. Wir versuchen es weiter.');
});

it('says after an hour that it is better to send the file again', () => {
  expect(waiting(at, after(61))).toMatch(
    /^Die Datei ist noch nicht da\. .* noch einmal gesendet wird\.$/,
  );
});

it('says of a file that could not be cleaned that it may tell place and device', () => {
  render(told({ mayTell: true } as StoredMedia), document.body);

  expect(document.body.textContent).toContain('Kann Ort und Gerät enthalten');
  expect(told({} as StoredMedia)).toBe(nothing);
});
