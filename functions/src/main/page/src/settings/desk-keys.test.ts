import { LitElement } from 'lit';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { choices } from './choices';
import { DeskKeys } from './desk-keys';

class Desk extends LitElement {
  readonly help = vi.fn();

  constructor() {
    super();
    new DeskKeys(this, this.help);
  }

  protected override createRenderRoot(): HTMLElement {
    return this;
  }
}
customElements.define('keyed-desk', Desk);

const clicked = vi.fn();
let desk: Desk;

beforeEach(() => {
  desk = new Desk();
  desk.innerHTML = `
    <button data-testid="enquiry" id="one"></button>
    <button data-testid="enquiry" id="two" aria-current="true"></button>
    <button data-testid="enquiry" id="three"></button>
    <div class="conversation"><button class="back" id="back"></button></div>
    <div class="messages"><li tabindex="0" id="message"></li></div>
    <textarea id="reply-text"></textarea>
    <button data-testid="attach" id="attach"></button>
    <button data-testid="resolve" id="resolve"></button>
    <dialog id="dialog"></dialog>`;
  for (const button of desk.querySelectorAll('button')) {
    button.addEventListener('click', () => clicked(button.id));
  }
  document.body.append(desk);
});

afterEach(() => {
  document.body.replaceChildren();
  clicked.mockReset();
  choices.keys = true;
});

function press(key: string, on: Element = desk, more: KeyboardEventInit = {}): KeyboardEvent {
  const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...more });
  on.dispatchEvent(event);
  return event;
}

it.each([
  ['j', 'three'],
  ['k', 'one'],
  ['e', 'resolve'],
  ['a', 'attach'],
  ['Escape', 'back'],
])('does with %s what the sheet says', (key, id) => {
  expect(press(key).defaultPrevented).toBe(true);

  expect(clicked).toHaveBeenCalledExactlyOnceWith(id);
});

it('leads to the field and out of it again', () => {
  press('r');
  const field = document.activeElement!;
  expect(field.id).toBe('reply-text');

  press('Escape', field);
  expect(document.activeElement!.id).toBe('message');
  expect(clicked).not.toHaveBeenCalled();
});

it('opens its sheet', () => {
  press('?');
  expect(desk.help).toHaveBeenCalledOnce();
});

it('leaves alone what is not there', () => {
  expect(press('/').defaultPrevented).toBe(false);
  expect(press('x').defaultPrevented).toBe(false);
});

it('is silent where somebody writes, in a dialog, with a modifier, under the cover and when it is switched off', () => {
  press('e', desk.querySelector('textarea')!);
  press('e', desk, { ctrlKey: true });
  document.body.hidden = true;
  press('e');
  document.body.hidden = false;
  desk.querySelector('dialog')!.setAttribute('open', '');
  press('e');
  press('Escape');
  desk.querySelector('dialog')!.removeAttribute('open');
  choices.keys = false;
  press('e');
  press('?');

  expect(clicked).not.toHaveBeenCalled();
  expect(desk.help).not.toHaveBeenCalled();
});
