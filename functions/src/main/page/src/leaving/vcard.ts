import type { Contact } from '../generated/api';

/** A contact as other programs take it (vCard 3.0, RFC 2426). */
export function vcard(contact: Contact, unnamed: string): string {
  const { name, organisation, department, addresses, phones, emails, urls } = contact;
  const full = name ?? organisation ?? unnamed;
  const lines = [
    'BEGIN:VCARD',
    'VERSION:3.0',
    `FN:${escaped(full)}`,
    `N:${escaped(full)};;;;`,
    organisation && `ORG:${[organisation, department].filter(Boolean).map(escaped).join(';')}`,
    ...phones.map((phone) => `TEL:${escaped(phone)}`),
    ...emails.map((email) => `EMAIL:${escaped(email)}`),
    ...addresses.map((address) => `ADR:;;${escaped(address)};;;;`),
    ...urls.map((url) => `URL:${escaped(url)}`),
    'END:VCARD',
    '',
  ];
  return lines.filter((line) => line !== undefined).join('\r\n');
}

/** A stranger's word must not begin a line or a field of its own. */
function escaped(value: unknown): string {
  return String(value)
    .replace(/[\\;,]/g, (sign) => `\\${sign}`)
    .replace(/\r\n|[\r\n\u2028\u2029]/g, '\\n');
}
