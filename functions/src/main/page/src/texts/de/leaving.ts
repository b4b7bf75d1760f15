export const leaving = {
  web: (host: string) =>
    `Öffnet ${host} in einem neuen Fenster. Diese Seite erfährt davon, und der Browser merkt sie sich.`,
  mail: 'Öffnet Ihr E-Mail-Programm. Was Sie dort schreiben, löscht die Sprechstunde nicht.',
  phone: 'Öffnet das Telefonprogramm dieses Geräts. Es merkt sich die Nummer.',
  map: 'Die Karte kommt von OpenStreetMap (openstreetmap.org). OpenStreetMap erfährt diesen Ort, und der Browser merkt ihn sich.',
  open: 'Öffnen',
  openMap: 'Auf OpenStreetMap ansehen',
  copy: 'Kopieren',
  copied: 'Kopiert.',
};
