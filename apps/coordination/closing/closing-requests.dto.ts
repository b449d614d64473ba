import { BilingualText } from '#libs/contracts/bilingual-text.dto.js';
import { Nested } from '#libs/contracts/nested.js';
import { Optional } from '#libs/contracts/optional.js';

/** Proposes to close a day. */
export class ClosingProposal {
  /** The OCU's assessment of the day, for the bulletin, in both languages. */
  @Optional() @Nested(() => BilingualText) assessment?: BilingualText;
}

/** Makes the next edition of a closed day. */
export class RevisionProposal {
  /** What the revised bulletin says of why it is made. */
  @Nested(() => BilingualText) reason!: BilingualText;
  /** Replaces the assessment of the edition before; left out, that one stays. */
  @Optional() @Nested(() => BilingualText) assessment?: BilingualText;
}

/** Closes without waiting for the seals that are still missing; the bulletin shows the reason. */
export class ClosingOverride {
  @Nested(() => BilingualText) reason!: BilingualText;
}
