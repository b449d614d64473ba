/**
 * The closed lists of the pre-determined format. Each list is the one source of its codes: DTOs, database
 * constraints, message catalogues and totals refer to it.
 */

/** What is controlled: a freight container, a railway wagon, a truck, or anything else (air cargo, loose cargo). */
export const TRANSPORT_KINDS = ['container', 'wagon', 'truck', 'other'] as const;
export type TransportKind = (typeof TRANSPORT_KINDS)[number];

export const REGIMES = ['import', 'export', 'transit'] as const;
export type Regime = (typeof REGIMES)[number];

/**
 * `inspection` is the external look (осмотр), `examination` the opening of the transport unit (досмотр):
 * two different legal acts, counted apart.
 */
export const CONTROL_ACTS = ['inspection', 'examination'] as const;
export type ControlAct = (typeof CONTROL_ACTS)[number];

/** Counters that a unit declares per transport kind and regime. They overlap and are never summed with each other. */
export const COUNTERS = [
  'profiled',
  'selected',
  'inspected',
  'examined',
  'xRayed',
  'sampled',
  'fieldTested',
  'dog',
  'weighed',
  'withDiscrepancy',
  'detained',
  'seized',
  'released',
  'pending',
] as const;
export type Counter = (typeof COUNTERS)[number];

export const METHODS = [
  'document_check',
  'probe',
  'weighing',
  'hazmatid',
  'miee',
  'xray',
  'test_kit',
  'dog',
  'laboratory',
] as const;
export type Method = (typeof METHODS)[number];

export const OUTCOMES = ['released', 'detained', 'seized', 'pending', 'returned_to_sender'] as const;
export type Outcome = (typeof OUTCOMES)[number];

export const DISCREPANCY_KINDS = ['quantity', 'goods', 'seal', 'route', 'document', 'other'] as const;
export type DiscrepancyKind = (typeof DISCREPANCY_KINDS)[number];

export const SELECTION_GROUNDS = ['risk_indicator', 'warning', 'random'] as const;
export type SelectionGround = (typeof SELECTION_GROUNDS)[number];

export const DOCUMENT_KINDS = ['smgs', 'cmr', 'tir', 'declaration', 'bill_of_lading', 'other'] as const;
export type DocumentKind = (typeof DOCUMENT_KINDS)[number];

/** Whether a substance named by a field instrument is presumed or a laboratory has confirmed it. */
export const CERTAINTIES = ['presumptive', 'laboratory_confirmed'] as const;
export type Certainty = (typeof CERTAINTIES)[number];

export const CASE_KINDS = ['seizure', 'detention', 'discrepancy'] as const;
export type CaseKind = (typeof CASE_KINDS)[number];

/**
 * `report`: a day with controls; `nil`: no control in scope; `void`: takes back a report sent for a wrong day;
 * `follow_up`: follow-ups alone, for a day after the operation's last.
 */
export const REPORT_KINDS = ['report', 'nil', 'void', 'follow_up'] as const;
export type ReportKind = (typeof REPORT_KINDS)[number];

export const NIL_REASONS = ['closed', 'no_traffic', 'equipment'] as const;
export type NilReason = (typeof NIL_REASONS)[number];

/** Why a revision replaces the one before: neutral, coded. */
export const REVISION_REASONS = [
  'data_entry',
  'recount',
  'identifier',
  'late_information',
  'classification',
  'returned',
  'wrong_day',
  'other',
] as const;
export type RevisionReason = (typeof REVISION_REASONS)[number];

/**
 * How a further revision changes a forwarded report: a `correction` because something was wrong, a `supplement` only
 * adds lines and cases of that day.
 */
export const REVISION_CHANGES = ['correction', 'supplement'] as const;
export type RevisionChange = (typeof REVISION_CHANGES)[number];

/** The same as it is forwarded: a revision that adds what was withheld before is told as `reported_later`. */
export const FORWARDED_CHANGES = [...REVISION_CHANGES, 'reported_later'] as const;
export type ForwardedChange = (typeof FORWARDED_CHANGES)[number];

/** What became known later of a line or a case; it counts on its own day and never adds a control. */
export const FOLLOW_UP_KINDS = ['laboratory_result', 'decision', 'final_quantity'] as const;
export type FollowUpKind = (typeof FOLLOW_UP_KINDS)[number];

/** What the laboratory says of the substance that was presumed. */
export const LABORATORY_RESULTS = ['confirmed', 'not_confirmed', 'inconclusive'] as const;
export type LaboratoryResult = (typeof LABORATORY_RESULTS)[number];

/** The results that settle whether a case is confirmed. */
export const CONCLUSIVE_RESULTS = [
  'confirmed',
  'not_confirmed',
] as const satisfies readonly LaboratoryResult[];
export type ConclusiveResult = (typeof CONCLUSIVE_RESULTS)[number];

export const MEASURE_UNITS = ['kg', 'g', 't', 'L', 'mL', 'piece', 'package'] as const;
export type MeasureUnit = (typeof MEASURE_UNITS)[number];

/** Languages in which an officer writes free text (ISO 639-1). */
export const TEXT_LANGUAGES = [
  'en',
  'ru',
  'az',
  'ka',
  'kk',
  'ky',
  'tg',
  'tk',
  'uz',
  'ur',
  'ps',
  'fa',
] as const;
export type TextLanguage = (typeof TEXT_LANGUAGES)[number];

/** How far a line or a case may travel; a withheld record never leaves its country. */
export const HANDLINGS = ['routine', 'ocu_only', 'withheld'] as const;
export type Handling = (typeof HANDLINGS)[number];

/**
 * Coverage of an operation day: every expected unit is in exactly one of these states, so that the states always
 * add up to 100 %. *Nil* and *corrected* are marks on top of a state.
 */
export const COVERAGE_STATES = [
  'not_expected',
  'not_due',
  'on_time',
  'late',
  'returned',
  'with_contact_point',
  'missing',
] as const;
export type CoverageState = (typeof COVERAGE_STATES)[number];
