import { type BulletinKey } from '../../bulletin/bulletin.records.js';
import {
  type Channel,
  type ChannelState,
  type DeliveryState,
  type DeliveryStep,
  type StepOrigin,
} from './delivery-states.domain.js';

/** Which bulletin in which country. */
export interface DeliveryKey extends BulletinKey {
  /** ISO 3166-1 alpha-2. */
  readonly country: string;
}

/** Where a bulletin stands in a country. Instants in UTC. */
export interface DeliveryRecord extends DeliveryKey {
  readonly state: DeliveryState;
  readonly queuedAt: string;
  readonly acknowledgeBy: string;
  readonly changedAt: string;
}

/** Where it stands on one way there. */
export interface ChannelRecord {
  readonly country: string;
  readonly channel: Channel;
  readonly state: ChannelState;
  readonly attempts: number;
  /** Of the last attempt, as long as none succeeded. */
  readonly lastError: string | null;
  readonly changedAt: string;
}

/** Who did it, when and from where. */
export interface Doer {
  readonly at: string;
  /** `role:country/account`; `system` for a job. */
  readonly party: string;
  readonly origin: StepOrigin;
}

/** A step as it is kept. */
export interface ChangeRecord extends Doer {
  readonly country: string;
  /** Null for a step of the country as a whole. */
  readonly channel: Channel | null;
  readonly step: DeliveryStep;
  readonly detail: string | null;
}
