import { IsIn, Matches } from 'class-validator';
import { BilingualText } from '#libs/contracts/bilingual-text.dto.js';
import { Nested, NestedList } from '#libs/contracts/nested.js';
import { Optional } from '#libs/contracts/optional.js';
import { COUNTRY_PATTERN, UNIT_PATTERN, UUID_PATTERN } from '#libs/contracts/shapes.js';
import { ORGANISATION_KINDS, type OrganisationKind } from '../account/role-fits.domain.js';

export class CreateOrganisationRequest {
  @IsIn(ORGANISATION_KINDS) kind!: OrganisationKind;
  @Optional() @Matches(COUNTRY_PATTERN) country?: string;
  @Optional() @Matches(UNIT_PATTERN) unit?: string;
  @Nested(() => BilingualText) name!: BilingualText;
}

export class OrganisationAnswer extends CreateOrganisationRequest {
  @Matches(UUID_PATTERN) id!: string;
}

export class OrganisationList {
  @NestedList(() => OrganisationAnswer, { max: 10_000 }) organisations!: OrganisationAnswer[];
}
