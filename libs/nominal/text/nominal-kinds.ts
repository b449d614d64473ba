/**
 * What a report can hold that names a person, a company or a transport unit (domain: bulletins are non-nominal).
 * The plate is also the number of a truck and that of a vehicle the cargo was reloaded from or to.
 */
export const NOMINAL_KINDS = [
  'consignor',
  'consignee',
  'plate',
  'transport_number',
  'document_number',
  'seal',
  'pre_export_notification',
  'warning_number',
] as const;
export type NominalKind = (typeof NOMINAL_KINDS)[number];

/** A nominal value of the reports, as the officer wrote it. */
export interface NominalValue {
  readonly kind: NominalKind;
  readonly value: string;
  /** Unit whose report held it first. */
  readonly unit: string;
}

const NEVER_RELEASED: ReadonlySet<NominalKind> = new Set(['consignor', 'consignee', 'plate']);

/** Whether the OCU may let the value stand, with a reason: a number, never a person, a company or a plate. */
export const isReleasable = (kind: NominalKind): boolean => !NEVER_RELEASED.has(kind);

/** Whether the value is the name of a person or a company. */
export const isName = (kind: NominalKind): boolean => kind === 'consignor' || kind === 'consignee';
