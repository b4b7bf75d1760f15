import { render } from 'lit';
import { expect, test, vi } from 'vitest';
import type { Summary } from '../generated/api';
import { linked } from './linked';

const other = (id: string): Summary => ({
  id,
  preview: { direction: 'in', kind: 'text' },
  openedAt: '2026-11-03T10:00:00Z',
  lastMessageAt: '2026-11-03T10:00:00Z',
  lastInboundAt: '2026-11-03T10:00:00Z',
  replyUntil: '2026-11-04T10:00:00Z',
  expiresAt: '2026-12-03T10:00:00Z',
  inbound: 2,
  outbound: 1,
  revision: 3,
});

function shown(others: Summary[], show = vi.fn()): HTMLElement {
  const place = document.createElement('div');
  render(linked(others, show), place);
  return place;
}

test('says nothing of somebody who has one enquiry', () => {
  expect(shown([]).textContent?.trim()).toBe('');
});

test('names each of the others, and leads there', () => {
  const show = vi.fn();
  const buttons = [...shown([other('a'), other('b')], show).querySelectorAll('button')];

  expect(buttons.map((button) => button.dataset.id)).toEqual(['a', 'b']);
  expect(buttons[0]?.textContent).toContain('3');
  buttons[1]?.click();
  expect(show).toHaveBeenCalledExactlyOnceWith(other('b'));
});
