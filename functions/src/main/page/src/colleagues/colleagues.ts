import type { Api } from '../api';
import type { Message, People, Person } from '../generated/api';
import { texts } from '../texts';

const NOBODY: People = { me: { id: '', name: '' }, given: false, people: [] };

let known = NOBODY;
let desk: Api | undefined;
const met = new Set<string>();

/** Says `change` when it is known who sits here and who else does; in memory only. */
export const colleagues = new EventTarget();

/** Somebody has logged in, and calls themselves so, or as before. */
export async function introduce(api: Api, name?: string): Promise<void> {
  desk = api;
  const found = await api.introduce(name);
  if (desk !== api) return;
  known = found;
  colleagues.dispatchEvent(new Event('change'));
}

/** Somebody is here who had not logged in when we did: from now on they can be handed something. */
export function meet(others: Person[]): void {
  const strangers = others.filter(({ id }) => !known.people.some((each) => each.id === id));
  if (!desk || strangers.every(({ id }) => met.has(id))) return;
  strangers.forEach(({ id }) => met.add(id));
  introduce(desk).catch(() => undefined);
}

/** For the settings, which have no API of their own. */
export async function rename(name: string): Promise<void> {
  if (desk) await introduce(desk, name);
}

export function forgetColleagues(): void {
  desk = undefined;
  known = NOBODY;
  met.clear();
}

export function me(): Person {
  return known.me;
}

/** Whether the login itself says the name, so that nothing can be changed here. */
export function isNamed(): boolean {
  return known.given;
}

/** All who can be handed something, oneself first. */
export function everybody(): Person[] {
  const others = known.people.filter((each) => !isMe(each));
  const own = known.people.filter(isMe);
  return [...own, ...others.sort((one, other) => one.name.localeCompare(other.name))];
}

/** Whether there is anybody to share the work with. */
export function hasColleagues(): boolean {
  return known.people.some((each) => !isMe(each));
}

export function isMe(person: Person | undefined): boolean {
  return person !== undefined && person.id === known.me.id;
}

export function nameOfPerson(person: Person): string {
  return person.name || texts().colleagues.somebody;
}

/** Whose a message is, as it is said: mine, a colleague's or the citizen's. */
export function whose(message: Message): string {
  const { conversation } = texts();
  if (message.direction === 'in') return conversation.fromCitizen;
  const { author } = message;
  return author && !isMe(author) ? nameOfPerson(author) : conversation.fromYou;
}

/** The last answer, if it is somebody else's: what a refused one has run into. */
export function lastOfOthers(messages: Message[]): Message | undefined {
  const last = messages.findLast((each) => each.direction === 'out');
  return last?.author && !isMe(last.author) ? last : undefined;
}
