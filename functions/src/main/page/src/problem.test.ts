import { expect, it } from 'vitest';
import { Problem, sentence } from './problem';
import { choose } from './texts';

const refusal = (status: number, body: unknown) =>
  new Response(typeof body === 'string' ? body : JSON.stringify(body), { status });

const windowClosed = {
  type: 'urn:sprechstunde:problem:window-closed',
  title: 'Window closed',
  status: 409,
  detail: 'Die Frist von 24 Stunden ist vorbei.',
};

it('tells the German reader the sentence of the server', async () => {
  const problem = await Problem.of(refusal(409, windowClosed));

  expect(problem.name).toBe('window-closed');
  expect(sentence(problem)).toBe('Die Frist von 24 Stunden ist vorbei.');
});

it('tells other readers its own sentence', async () => {
  choose('en');

  const problem = await Problem.of(refusal(409, windowClosed));

  expect(sentence(problem)).toMatch(/^The 24 hours/);
});

it('finds words for refusals that are no problem documents', async () => {
  expect(sentence(await Problem.of(refusal(403, { message: 'Forbidden' })))).toMatch(/dürfen/);
  expect(sentence(await Problem.of(refusal(503, '<html>')))).toMatch(/gleich noch einmal/);
  expect(sentence(await Problem.of(refusal(500, 'null')))).toMatch(/gleich noch einmal/);
  expect(sentence(new Problem('offline'))).toMatch(/Verbindung/);
});

it('does not look up words in the prototype of the texts', () => {
  expect(sentence(new Problem('constructor'))).toMatch(/gleich noch einmal/);
});
