import type { Api } from '../api';
import type { Enquiry } from '../generated/api';

/** Reads pages of an enquiry, and may know some already. */
type Reader = Pick<Api, 'enquiry'>;

/**
 * The enquiry as it is now, as far back as `known` goes. Older pages are read again only where something has changed or
 * `wholly` is asked for: they are long, and this is done every few seconds.
 */
export async function refreshed(
  api: Reader,
  id: string,
  known: Enquiry | undefined,
  wholly: boolean,
): Promise<Enquiry> {
  const newest = await api.enquiry(id);
  const first = newest.messages[0];
  const wanted = known?.messages[0];
  if (!known || !first || !wanted || !newest.earlier || wanted.id >= first.id) return newest;
  if (!wholly && known.revision === newest.revision) {
    const older = known.messages.filter((message) => message.id < first.id);
    return { ...newest, messages: [...older, ...newest.messages], earlier: known.earlier };
  }
  return backTo(api, newest, wanted.id);
}

/** `known`, and the page before its first message. */
export async function extended(api: Reader, known: Enquiry): Promise<Enquiry> {
  return known.earlier ? withPageBefore(api, known, known.earlier) : known;
}

async function backTo(api: Reader, newest: Enquiry, id: string): Promise<Enquiry> {
  let enquiry = newest;
  while (enquiry.earlier && enquiry.earlier > id) {
    enquiry = await withPageBefore(api, enquiry, enquiry.earlier);
  }
  // Pages end elsewhere by now: more than was here would grow with each change.
  const messages = enquiry.messages.filter((message) => message.id >= id);
  const isWhole = messages.length === enquiry.messages.length;
  return isWhole ? enquiry : { ...enquiry, messages, earlier: messages[0]!.id };
}

async function withPageBefore(api: Reader, enquiry: Enquiry, first: string): Promise<Enquiry> {
  const page = await api.enquiry(enquiry.id, first);
  const messages = [...page.messages, ...enquiry.messages];
  return { ...enquiry, messages, earlier: page.earlier };
}
