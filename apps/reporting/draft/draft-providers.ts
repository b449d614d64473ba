import { ReadDraftRequest } from './draft-request.js';
import { DraftRepository } from './draft.repository.js';
import { LookAtDraft } from './look-at-draft.js';
import { SaveDraft } from './save-draft.js';
import { SendDraft } from './send-draft.js';

/** What drafts need, for the module. */
export const DRAFT_PROVIDERS = [DraftRepository, ReadDraftRequest, LookAtDraft, SaveDraft, SendDraft];
