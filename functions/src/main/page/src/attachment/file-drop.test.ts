import { afterEach, expect, it, vi } from 'vitest';
import { html, LitElement } from 'lit';
import { customElement } from 'lit/decorators.js';
import { FileDrop, refuseStrayFiles } from './file-drop';

@customElement('drop-place')
class DropPlace extends LitElement {
  readonly take = vi.fn();
  readonly drop = new FileDrop(this, this.take);

  protected override render() {
    return html`<p></p>`;
  }
}

afterEach(() => document.body.replaceChildren());

const plan = new File(['%PDF-'], 'plan.pdf');

/** A drag of files, or of words; true if the page lets the browser have its way. */
function drag(place: EventTarget, type: string, files: File[] = [plan]): boolean {
  const event = new Event(type, { bubbles: true, cancelable: true });
  const types = files.length ? ['Files'] : ['text/plain'];
  Object.assign(event, { dataTransfer: { types, files, dropEffect: '' }, relatedTarget: null });
  return place.dispatchEvent(event);
}

function placed(): DropPlace {
  const place = new DropPlace();
  document.body.append(place);
  return place;
}

it('knows when a file hovers and takes what is dropped', () => {
  const place = placed();

  drag(place, 'dragover');
  expect(place.drop.over).toBe(true);
  drag(place, 'dragleave');
  expect(place.drop.over).toBe(false);
  drag(place, 'dragover');
  expect(drag(place, 'drop')).toBe(false);

  expect(place.drop.over).toBe(false);
  expect(place.take).toHaveBeenCalledWith([plan]);
});

it('leaves words that are dragged to the field', () => {
  const place = placed();

  expect(drag(place, 'dragover', [])).toBe(true);
  expect(drag(place, 'drop', [])).toBe(true);
  expect(place.take).not.toHaveBeenCalled();
});

it('does not let a file that misses its place be opened instead of the page', () => {
  refuseStrayFiles();

  expect(drag(document.body, 'drop')).toBe(false);
  expect(drag(document.body, 'drop', [])).toBe(true);
});
