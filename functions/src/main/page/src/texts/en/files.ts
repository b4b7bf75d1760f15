import type { LostMedia } from '../../generated/api';

export const files = {
  waiting: 'File is being loaded …',
  late: 'The file is not here yet. We keep trying.',
  doubtful:
    'The file is not here yet. We keep trying for up to seven days. It is faster to have it sent again.',
  decrypting: 'File is being decrypted …',
  open: 'Open',
  load: (size: string) => `Load (${size})`,
  large:
    'The memory of some devices is too small for films and recordings of this size: while it plays, the browser may put them on the device for a time, unprotected, until you close the enquiry. Better open them on a computer of the administration.',
  enlarge: 'Enlarge picture',
  picture: (time: string) => `Picture, sent ${time}`,
  unnamed: 'File without a name',
  closed: 'Files of this kind are not displayed here. Ask for a photo or a PDF.',
  unplayable: 'The browser cannot display this file.',
  failed: 'The file could not be loaded.',
  unreadable: 'The file is damaged and could not be decrypted.',
  mayTell: 'May tell place and device: they cannot be removed from files of this kind.',
  save: 'Save on this computer …',
  saveWarning:
    'The file then leaves the consultation hour: it lies unencrypted on this computer and is not deleted with the enquiry. That is up to you from then on. Open only what you expect; files can contain malware. Photos of an iPhone (HEIC) open in the Photos app of Windows or macOS.',
  saveAnyway: 'Save nevertheless',
  saveNot: 'Do not save',
  atADesk: 'At a computer of the administration it can be saved and opened there.',
  lost: {
    gone: 'WhatsApp no longer has the file. Please ask for it to be sent again.',
    hash: 'The file arrived damaged. Please ask for it to be sent again.',
    'too-large': 'The file is too large and was not taken over.',
    'too-many':
      'So many files came from here on this day that this one was not taken. They have been told so; it can be sent again tomorrow.',
    general: 'The file could not be taken over.',
  } satisfies Record<LostMedia['problem'] | 'general', string>,
};

export const viewer = {
  tools: 'View',
  larger: 'Larger (+)',
  smaller: 'Smaller (-)',
  turn: 'Turn (r)',
  before: 'Previous picture (←)',
  after: 'Next picture (→)',
};
