import { isNoteUnsaved } from '../colleagues/begun-notes';
import type { Enquiry } from '../generated/api';
import { draft, isBegun } from '../reply/drafts';
import { fate } from '../reply/outbox';
import { texts } from '../texts';

/** What speaks against erasing an enquiry right now, or, with `answering`, right after its answer. */
export function warnings(
  enquiry: Enquiry,
  arrived: number,
  answering: boolean,
  writers: string[] = [],
): string[] {
  const { colleagues, resolve } = texts();
  const others = writers.map((name) => colleagues.writesNow(name));
  const mine = isNoteUnsaved(enquiry) && colleagues.noteUnsaved;
  if (answering) return said([...others, mine, arrived > 0 && resolve.arrived(arrived)]);
  const isOnItsWay =
    fate(enquiry.id) === 'sending' ||
    enquiry.messages.some(({ delivery }) => delivery?.state === 'pending');
  return said([
    ...others,
    mine,
    arrived > 0 && resolve.arrived(arrived),
    isBegun(draft(enquiry.id)) && resolve.unsent,
    isOnItsWay && resolve.onItsWay,
    enquiry.undeliveredAt && resolve.undelivered,
    enquiry.waitingSince && !enquiry.undeliveredAt && !isOnItsWay && resolve.unanswered,
  ]);
}

function said(all: (string | false | undefined)[]): string[] {
  return all.filter((words) => typeof words === 'string');
}
