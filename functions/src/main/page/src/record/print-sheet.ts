/**
 * Prints words, and nothing else of the page: they stand beside it for as long as that takes. The print stylesheet lets
 * this element through.
 */
export function printSheet(words: string): void {
  removeSheets();
  const sheet = document.createElement('record-sheet');
  sheet.textContent = words;
  sheet.dir = 'auto';
  document.body.append(sheet);
  window.addEventListener('afterprint', () => sheet.remove(), { once: true });
  window.print();
}

/** Some browsers never say that they have printed. */
export function removeSheets(): void {
  document.querySelectorAll('record-sheet').forEach((each) => each.remove());
}
