// What this page knows, in memory only.

/** citizen's id → { citizen, messages by id } */
export const chats = new Map();

/** The citizen whose chat is on the screen. */
export const screen = { open: null };

export const $ = (id) => document.getElementById(id);
export const openChat = () => chats.get(screen.open);
export const isUnread = (message) => message.from === 'town' && message.tick === 'delivered';

export function sorted(chat) {
  return [...chat.messages.values()].sort((a, b) => a.at.localeCompare(b.at));
}
