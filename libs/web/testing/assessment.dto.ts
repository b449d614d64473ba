import { BilingualText } from '#libs/contracts/bilingual-text.dto.js';
import { Nested } from '#libs/contracts/nested.js';
import { Optional } from '#libs/contracts/optional.js';

export class Assessment {
  @Optional() @Nested(() => BilingualText) assessment?: BilingualText;
}
