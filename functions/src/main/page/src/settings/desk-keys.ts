import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { choices } from './choices';

const EDITABLE = 'input:not([type=checkbox]), textarea, select, [contenteditable]';

/** What each key does, by what it finds on the desk: where there is nothing to find, it does nothing. */
const ACTIONS: Record<string, (desk: HTMLElement) => boolean> = {
  j: (desk) => step(desk, 1),
  k: (desk) => step(desk, -1),
  r: (desk) => focus(desk, '#reply-text'),
  a: (desk) => click(desk, '[data-testid=attach]'),
  e: (desk) => click(desk, '[data-testid=resolve]'),
  '/': (desk) => focus(desk, '.list input[type=search]'),
};

/** The desk by keyboard: single keys, as long as nobody writes, no dialog is open and they are not switched off. */
export class DeskKeys implements ReactiveController {
  constructor(
    private readonly desk: ReactiveControllerHost & HTMLElement,
    private readonly help: () => void,
  ) {
    desk.addController(this);
  }

  hostConnected(): void {
    window.addEventListener('keydown', this.onKey);
  }

  hostDisconnected(): void {
    window.removeEventListener('keydown', this.onKey);
  }

  private readonly onKey = (event: KeyboardEvent) => {
    const { key, target } = event;
    if (event.defaultPrevented || event.isComposing) return;
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    const writes = target instanceof Element && target.matches(EDITABLE);
    const escapes = key === 'Escape';
    if (!escapes && (writes || !choices.keys)) return;
    // Looks through the whole page where there is none, so whoever writes is not kept by it.
    if (document.querySelector('dialog[open]') || this.desk.closest('[hidden]')) return;
    if (escapes ? escape(this.desk, writes) : this.act(key)) event.preventDefault();
  };

  private act(key: string): boolean {
    if (key === '?') {
      this.help();
      return true;
    }
    return Object.hasOwn(ACTIONS, key) && ACTIONS[key]!(this.desk);
  }
}

/** Out of the field to the messages, and from there back to the list. */
function escape(desk: HTMLElement, writes: boolean): boolean {
  return writes
    ? focus(desk, '.messages li[tabindex="0"]') || focus(desk, 'h2')
    : click(desk, '.conversation .back, .receipt [data-testid=leave]');
}

/** To the next or previous enquiry in the list; without an open one, to the first. */
function step(desk: HTMLElement, by: number): boolean {
  const all = [...desk.querySelectorAll<HTMLElement>('[data-testid=enquiry]')];
  const open = all.findIndex((each) => each.hasAttribute('aria-current'));
  const next = open < 0 ? all[0] : all[open + by];
  next?.click();
  return next !== undefined;
}

function click(desk: HTMLElement, selector: string): boolean {
  const found = desk.querySelector<HTMLElement>(selector);
  found?.click();
  return found !== null;
}

function focus(desk: HTMLElement, selector: string): boolean {
  const found = desk.querySelector<HTMLElement>(selector);
  found?.focus();
  return found !== null;
}
