import type { Api } from '../api';
import type { CannedReply, CannedReplies, Configuration } from '../generated/api';

/** Fires `change` when other canned replies hold. */
export const cannedShelf = new EventTarget();

/** As the server had them last; nothing of any citizen's. */
let saved: CannedReplies = { revision: 0 };

/** The town hall's own; as long as it has none, those that come with this release. */
export function cannedReplies(town: Configuration): CannedReply[] {
  return saved.replies ?? town.cannedReplies;
}

/** Those of before hold as long as the server cannot be reached. */
export async function loadCannedReplies(api: Api): Promise<void> {
  await api.cannedReplies().then(hold, () => undefined);
}

/** Replaces those that this page knows; refused where somebody else has saved others meanwhile. */
export async function saveCannedReplies(api: Api, replies: CannedReply[]): Promise<void> {
  hold(await api.saveCannedReplies({ replies, revision: saved.revision }));
}

export function forgetCannedReplies(): void {
  saved = { revision: 0 };
}

function hold(found: CannedReplies): void {
  saved = found;
  cannedShelf.dispatchEvent(new Event('change'));
}
