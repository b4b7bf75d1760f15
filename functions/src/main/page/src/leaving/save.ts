import { plainName } from '../names';
import { texts } from '../texts';

/** By then the browser has taken the bytes. */
const TAKEN = 1_000;

/** A phone or tablet is what no citizen's data may lie on; a desk has a mouse or its like. */
export const AT_A_DESK = '(hover: hover) and (pointer: fine)';

/** Hands something over to the browser as a file. From then on it is the office's to delete. */
export function save(content: BlobPart, name: string | undefined, type: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([content], { type }));
  link.download = plainName(name).replace(/[/\\]/g, '_') || texts().files.unnamed;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), TAKEN);
}
