export const page = {
  title: 'Digital consultation hour',
  otherLanguage: 'Deutsch',
  skip: 'Skip to content',
  logOut: 'Log out',
  close: 'Close',
  retry: 'Try again',
  loading: 'Loading …',
  covered: 'Covered while you are elsewhere.',
  unnamed: 'No name',
  senderUnknown: 'Unknown sender',
  tab: {
    unread: (n: number) => `${n} new`,
    today: (n: number) => `${n} today`,
    failed: (n: number) => `${n} not sent`,
  },
  leave: {
    heading: 'Leave the consultation hour?',
    words: 'One step back logs you out, and what you have begun is lost.',
    stay: 'Stay here',
    go: 'Log out',
  },
};

export const legal = {
  heading: 'Legal',
  accessibility: 'Accessibility',
  privacy: 'Privacy',
  imprint: 'Imprint',
  feedback: 'Report a barrier',
};

export const login = {
  heading: 'Welcome to the consultation hour',
  welcome: 'Here you read and answer what citizens write to you.',
  promise: 'Nothing is stored on this device.',
  button: 'Log in',
  leaving: 'Taking you to the login …',
  lockedHeading: 'Locked – log in again',
  locked: 'After five minutes without input the page was locked and emptied.',
  expired: 'Your login has expired. Please log in again.',
  loggedOut: 'You are logged out.',
  notAsked:
    'The login service did not ask for your password. Please try again; if it stays so, the admin can help.',
  notAdmitted:
    'You have logged in, but this login is not admitted to the consultation hour. Please turn to your IT department, or log in with another.',
  failed: 'The login did not succeed. Please try again.',
  kept: 'What you had begun to write is sealed in memory, for an hour at most. It is back as soon as you log in yourself; a window of its own opens for that. Please choose attached files anew.',
  drop: 'Discard it and log in here',
  beside: 'Please log in in the other window. Then you go on here.',
  blocked:
    'The browser did not open the window for the login. Please allow it for this page, or discard what you had begun.',
  done: 'You are logged in. You can close this window.',
  unavailable: 'The login service cannot be reached at the moment.',
};

export const problems = {
  offline: 'No connection. Please check the network.',
  forbidden: 'This login may not open the consultation hour.',
  'not-found': 'This enquiry no longer exists. It was resolved or has expired.',
  'signed-out': 'Your login has expired.',
  'sender-unknown': 'WhatsApp has not told who wrote this message, so it cannot be answered.',
  linked: 'An earlier enquiry of the same person is still open. Please read and resolve it first.',
  changed: 'Something new has arrived meanwhile. Nothing was deleted.',
  'canned-changed': 'The canned replies were changed elsewhere meanwhile. Nothing was overwritten.',
  erased: 'The enquiry was deleted meanwhile. The answer was not sent any more.',
  'not-unclear': 'What became of this answer is known by now, or it was sent again just now.',
  answered:
    'Somebody else has answered meanwhile. Your answer was not sent and is still in the field.',
  'note-changed': 'Somebody else has changed the note meanwhile. Your text is still in the field.',
  'unknown-person': 'This person has not logged in yet. Please reload the page.',
  'window-closed': 'The 24 hours in which WhatsApp allows an answer are over.',
  'invalid-text': 'This text cannot be sent.',
  'idempotency-mismatch': 'This answer was already sent with another text.',
  'unknown-quote': 'The message that you answer is no longer here.',
  'attachment-gone': 'The file is no longer there. Please attach it once more.',
  'attachment-type': 'Pictures (JPEG, PNG, WebP) and PDF files can be attached.',
  'attachment-too-large': 'This file is too large. WhatsApp takes PDF files up to 100 MB.',
  'attachment-not-taken': 'WhatsApp did not take the file, so nothing was sent. Please try again.',
  'attachment-unreadable': 'This picture is damaged and cannot be opened.',
  'attachment-unread': 'This file cannot be read.',
  'too-many-attachments': 'Ten files at once at most.',
  'upload-failed': 'The file could not be uploaded. Please send again.',
  'unknown-template': 'This template no longer exists. Please reload the page.',
  'not-taken': 'WhatsApp has not confirmed the reaction. Please try again.',
  'not-an-emoji': 'One cannot react with this sign.',
  general: 'That did not work. Please try again in a moment.',
};
