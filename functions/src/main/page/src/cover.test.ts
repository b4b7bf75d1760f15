import { expect, it } from 'vitest';
import { Cover } from './cover';

it('covers everything when the window loses the focus, and gives it back with the window', () => {
  document.body.innerHTML = '<div><button>Senden</button></div><div hidden><p></p></div>';
  const [content, cover] = [...document.body.children] as [HTMLElement, HTMLElement];
  const button = content.querySelector('button')!;
  new Cover(content, cover).watch();
  button.focus();

  window.dispatchEvent(new Event('blur'));
  expect([content.hidden, cover.hidden]).toEqual([true, false]);

  button.blur();
  window.dispatchEvent(new Event('focus'));
  expect([content.hidden, cover.hidden]).toEqual([false, true]);
  expect(document.activeElement).toBe(button);
});
