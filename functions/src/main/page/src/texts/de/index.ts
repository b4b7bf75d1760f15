import { numbers } from './numbers';
import { colleagues } from './colleagues';
import { contacts, conversation, kind, wishes } from './conversation';
import { again, delivery, failureCode, failures } from './delivery';
import { files, viewer } from './files';
import { leaving } from './leaving';
import { list } from './list';
import { legal, login, page, problems } from './page';
import { receipt } from './receipt';
import { record } from './record';
import { attachment, canned, reactions, reply, templates } from './reply';
import { postpone, resolve } from './resolve';
import { lock, settings } from './settings';
import { time } from './time';
import { translate } from './translate';
import { unreadable } from './unreadable';

/** What the page says, in German. */
export const de = {
  ...page,
  legal,
  login,
  problems,
  leaving,
  list,
  colleagues,
  numbers,
  kind,
  wishes,
  contacts,
  conversation,
  unreadable,
  files,
  viewer,
  delivery,
  failures,
  again,
  failureCode,
  reply,
  attachment,
  canned,
  templates,
  reactions,
  record,
  resolve,
  postpone,
  receipt,
  settings,
  lock,
  time,
  translate,
};
