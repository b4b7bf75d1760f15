import { expect, it } from 'vitest';
import { vcard } from './vcard';

const nothing = { addresses: [], phones: [], emails: [], urls: [] };

it('writes a contact as address books read it', () => {
  const contact = {
    ...nothing,
    name: 'Petra Probe',
    organisation: 'Verein',
    phones: ['+49 1', '02'],
  };

  expect(vcard(contact, '').split('\r\n')).toEqual([
    'BEGIN:VCARD',
    'VERSION:3.0',
    'FN:Petra Probe',
    'N:Petra Probe;;;;',
    'ORG:Verein',
    'TEL:+49 1',
    'TEL:02',
    'END:VCARD',
    '',
  ]);
});

it('lets no stranger write a line of their own', () => {
  const card = vcard({ ...nothing, name: 'P\r\nTEL:110', emails: ['a;b\\,c'] }, '');

  expect(card).not.toMatch(/^TEL:/m);
  expect(card).toContain('EMAIL:a\\;b\\\\\\,c');
});

it('calls somebody without a name by the words for it', () => {
  expect(vcard(nothing, 'Ohne Namen')).toContain('FN:Ohne Namen');
});
