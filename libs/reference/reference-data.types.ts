import type { MeasureUnit } from '#libs/contracts/vocabulary.js';

export const CHEMICAL_FORMS = [
  'solid',
  'liquid',
  'liquid_metal',
  'gas_or_solution',
  'plant_material',
  'medicament',
] as const;
export type ChemicalForm = (typeof CHEMICAL_FORMS)[number];

export const SITE_KINDS = ['seaport', 'dry_port', 'border_crossing', 'customs_post', 'airport'] as const;
export type SiteKind = (typeof SITE_KINDS)[number];

export const TRAFFIC_MODES = ['air', 'container', 'truck', 'wagon'] as const;
export type TrafficMode = (typeof TRAFFIC_MODES)[number];

/** Whether the unit of the Container Control Programme was at work in September 2017. */
export const STATUSES_2017 = ['open', 'not_yet_open', 'unconfirmed'] as const;
export type Status2017 = (typeof STATUSES_2017)[number];

/** An ester that is listed with its acid, with its own first day of control. */
export interface ListedEster {
  readonly ester: string;
  readonly cas?: string;
  readonly controlledSince: string;
}

export interface Chemical {
  readonly id: string;
  readonly en: string;
  readonly ru: string;
  readonly ruGenitive: string;
  readonly synonymsEn?: readonly string[];
  readonly synonymsRu?: readonly string[];
  /** Table of the 1988 Convention in which it stands today; absent for other chemicals of interest. */
  readonly table?: 'I' | 'II';
  /** First day of international control. */
  readonly controlledSince?: string;
  /** Last day of international control; none so far. */
  readonly controlledUntil?: string;
  readonly cas?: string;
  readonly esters?: readonly ListedEster[];
  /** Six digits of HS 2022. */
  readonly hs: string;
  /** Six digits of HS 2017 where they differ. */
  readonly hs2017?: string;
  readonly unNumber?: string;
  readonly form: ChemicalForm;
  readonly usualUnit: MeasureUnit;
  /** Decimal text; nominal, for plausibility only. */
  readonly densityKgPerL?: string;
}

/** A participating country in the forms that a text needs. */
export interface Participant {
  readonly iso2: string;
  readonly iso3: string;
  readonly en: string;
  readonly enFormal: string;
  readonly ru: string;
  readonly ruGenitive: string;
  /** With the preposition: «в Грузии». */
  readonly ruPrepositional: string;
  /** With the preposition: «в Грузию». */
  readonly ruAccusative: string;
  readonly ruFormal: string;
  readonly ruFormalGenitive: string;
  readonly tz: string;
  readonly orderEn: number;
  readonly orderRu: number;
  readonly customsEn: string;
  readonly customsRu: string;
  readonly customsEn2017: string;
  readonly customsRu2017?: string;
}

export interface CountryName {
  readonly en: string;
  readonly ru: string;
}

export interface PortControlUnit {
  readonly id: string;
  readonly country: string;
  readonly en: string;
  readonly ru: string;
  /** For tables and boards. */
  readonly shortEn: string;
  readonly shortRu: string;
  readonly site: SiteKind;
  readonly tz: string;
  readonly unlocode?: string;
  readonly modes: readonly TrafficMode[];
  readonly status2017: Status2017;
  /** One of the eleven units of the Central Asia and Azerbaijan segment of 2017. */
  readonly segment2017: boolean;
}

/** Everything that the product knows about the world outside an operation; frozen. */
export interface ReferenceData {
  /** First 12 hexadecimal digits of a SHA-256 over names and bytes of all files. */
  readonly version: string;
  readonly chemicals: readonly Chemical[];
  /** The nine participants, in English alphabetical order. */
  readonly countries: readonly Participant[];
  /** United Nations short names by ISO 3166 code. */
  readonly countryNames: Readonly<Record<string, CountryName>>;
  readonly units: readonly PortControlUnit[];
  readonly unlocodes: { readonly countries: ReadonlySet<string>; readonly codes: ReadonlySet<string> };
  /** Six-digit subheadings of HS 2017 and HS 2022. */
  readonly hsSubheadings: ReadonlySet<string>;
}
