/** A number with its noun: 1 message, 2 messages. */
export const plural = (n: number, one: string, more: string) =>
  n === 1 ? `1 ${one}` : `${n} ${more}`;
