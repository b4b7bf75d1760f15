export const leaving = {
  web: (host: string) =>
    `Opens ${host} in a new window. That site will know, and the browser remembers it.`,
  mail: 'Opens your e-mail program. What you write there is not deleted from here.',
  phone: 'Opens the telephone program of this device. It remembers the number.',
  map: 'The map comes from OpenStreetMap (openstreetmap.org). OpenStreetMap will know this place, and the browser remembers it.',
  open: 'Open',
  openMap: 'View on OpenStreetMap',
  copy: 'Copy',
  copied: 'Copied.',
};
