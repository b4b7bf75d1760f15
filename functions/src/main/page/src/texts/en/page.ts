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
  privacyNotice: 'Privacy notice',
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
  failed: 'The login did not succeed. Please try again.',
  unavailable: 'The login service cannot be reached at the moment.',
};

export const problems = {
  offline: 'No connection. Please check the network.',
  forbidden: 'This login may not open the consultation hour.',
  'not-found': 'This enquiry no longer exists. It was resolved or has expired.',
  'signed-out': 'Your login has expired.',
  'new-message': 'A new message has arrived meanwhile. Nothing was deleted.',
  'window-closed': 'The 24 hours in which WhatsApp allows an answer are over.',
  'invalid-text': 'This text cannot be sent.',
  'idempotency-mismatch': 'This answer was already sent with another text.',
  general: 'That did not work. Please try again in a moment.',
};
