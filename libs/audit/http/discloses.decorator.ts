import { SetMetadata, type CustomDecorator } from '@nestjs/common';

/** What of a route's answer is recorded: that others than the own unit read the whole of a report, or that data left. */
export type Disclosure = 'report' | 'export';

export const DISCLOSURE = 'caravanserai:disclosure';

/** Whoever gets an answer of the route is recorded; for `report`, officers of the unit that wrote it are not. */
export const Discloses = (what: Disclosure): CustomDecorator => SetMetadata(DISCLOSURE, what);
