// The menu behind the plus sign: what is sent often, and behind "Seltenes" what is not.
import * as api from './api.js';
import { $, screen } from './state.js';

function open(isOpen) {
  $('menu').hidden = !isOpen;
  $('more').setAttribute('aria-expanded', String(isOpen));
  leaf(false);
}

function leaf(isRare) {
  $('often').hidden = isRare;
  $('rare').hidden = !isRare;
}

/**
 * Wires the menu.
 * @param attempt sends and tells what went wrong
 * @param pick lets the citizen choose files of the button's kind
 */
export function onMenu(attempt, pick) {
  function choose({ dataset }) {
    if (dataset.leaf) {
      leaf(dataset.leaf === 'rare');
      $('menu').querySelector('div:not([hidden]) button').focus();
      return;
    }
    open(false);
    if (dataset.dialog) $(dataset.dialog).showModal();
    else if (dataset.rare) attempt(api.send(screen.open, { kind: 'rare', what: dataset.rare }));
    else if (dataset.notice) attempt(api.notice(screen.open, dataset.notice));
    else if (dataset.mode) pick(dataset);
  }

  $('more').addEventListener('click', () => open($('menu').hidden));
  $('menu').addEventListener('click', (event) => {
    const button = event.target.closest('button');
    // A click that changes the leaf takes its own button from the page, and must not close the menu.
    event.stopPropagation();
    if (button) choose(button);
  });
  document.addEventListener('click', (event) => event.target.closest('#more') || open(false));
  document.addEventListener('keydown', (event) => event.key === 'Escape' && open(false));
}
