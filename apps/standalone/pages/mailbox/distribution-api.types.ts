/** What the pages read of the bulletin service's answers about distribution. */
export type State = 'queued' | 'delivered' | 'opened' | 'acknowledged' | 'refused';
export type ChannelName = 'mailbox' | 'email' | 'webhook' | 'package';
export type Warning =
  | 'receipt_not_genuine'
  | 'receipt_missing'
  | 'other_hash'
  | 'undeliverable'
  | 'key_expired'
  | 'refused'
  | 'overdue'
  | 'key_expiring';

export interface Delivery {
  readonly country: string;
  readonly state: State;
  readonly acknowledgeBy: string;
  readonly channels: readonly {
    readonly channel: ChannelName;
    readonly state: 'queued' | 'delivered' | 'undeliverable';
    readonly lastError?: string;
  }[];
  readonly key?: { readonly expires: string };
  readonly receipts: readonly {
    readonly kind: 'acknowledged' | 'refused';
    readonly sha256?: string;
    readonly reason?: string;
    readonly at: string;
  }[];
  readonly otherHashes: readonly { readonly sha256: string }[];
  readonly warnings: readonly Warning[];
}

export interface Ledger {
  readonly deliveries: readonly Delivery[];
}

export interface CountryDelivery {
  readonly delivery: Delivery;
  readonly steps: readonly {
    readonly step: State | 'undeliverable' | 'sent_again' | 'other_hash';
    readonly channel?: ChannelName;
    readonly at: string;
    readonly by: string;
    readonly detail?: string;
  }[];
}

export interface Mailbox {
  readonly entries: readonly {
    readonly number: number;
    readonly revision: number;
    readonly operationDay: string;
    readonly state: State;
    readonly acknowledgeBy: string;
    readonly superseded: boolean;
  }[];
}

export interface Preview {
  readonly countries: readonly {
    readonly country: string;
    readonly channels: readonly ChannelName[];
    readonly mailboxes: readonly string[];
    readonly asked: {
      readonly awaitedUnits: readonly string[];
      readonly laboratoryResults: number;
      readonly cases: number;
      readonly notes: number;
    };
  }[];
}
