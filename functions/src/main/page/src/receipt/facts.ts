import type { Receipt } from '../generated/api';
import { sizeOfFiles } from '../sizes';
import { texts } from '../texts';
import { exact } from '../time';

export interface Section {
  heading: string;
  facts: [name: string, value: string][];
}

/** What a receipt says, in words: the same on the screen and on paper, and nothing personal in it. */
export function sections(receipt: Receipt): Section[] {
  return [erased(receipt), looked(receipt), whatsapp(receipt)];
}

function erased(receipt: Receipt): Section {
  const { receipt: words } = texts();
  const { enquiry, messages, media, bytes, unreadableSince } = receipt;
  return {
    heading: words.what,
    facts: [
      [words.messages, String(messages)],
      [words.files, sizeOfFiles(media, bytes)],
      [words.unreadable, exact(unreadableSince)],
      [words.erasedAt, erasedAt(receipt)],
      [words.enquiry, enquiry],
    ],
  };
}

function erasedAt({ state, erasedAt: time }: Receipt): string {
  const { receipt: words } = texts();
  if (time) return exact(time);
  return state === 'erased' ? words.timeForgotten : words.notYet;
}

function looked({ lookedAgain }: Receipt): Section {
  const { receipt: words } = texts();
  const answer = (empty: boolean) => (empty ? words.lookedAgain : words.notYet);
  return {
    heading: words.looked,
    facts: [
      [words.table, answer(lookedAgain.table)],
      [words.bucket, answer(lookedAgain.bucket)],
    ],
  };
}

function whatsapp({ whatsapp: answers }: Receipt): Section {
  const { receipt: words } = texts();
  return {
    heading: words.whatsapp,
    facts: [
      [words.farewell, words.farewellAnswer[answers.farewell]],
      [words.contactBook, words.contactBookAnswer[answers.contactBook]],
      [words.whatsappFiles, words.whatsappFilesAnswer[answers.media]],
    ],
  };
}
