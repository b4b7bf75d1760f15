import type { Configuration } from './model';

/** What the page has to know before anybody has logged in. */
export async function configuration(): Promise<Configuration> {
  const response = await fetch('/config.json', { cache: 'no-store', credentials: 'omit' });
  if (!response.ok) throw new Error('There is no configuration.');
  return (await response.json()) as Configuration;
}
