import { type Language, type Localized } from './language.js';
import { type Confidence } from './nouns.js';

interface Term extends Localized {
  readonly confidence: Confidence;
}

/**
 * Names that stand by themselves (nominative). Terms of low confidence have no established Russian form:
 * the Operation Plan can replace them.
 */
const TERMS = {
  operation_coordination_unit: {
    en: 'Operation Coordination Unit',
    ru: 'Координационная группа операции',
    confidence: 'low',
  },
  head_of_operation_coordination_unit: {
    en: 'Head of the Operation Coordination Unit',
    ru: 'руководитель координационной группы операции',
    confidence: 'low',
  },
  mobile_inspection_and_examination_equipment: {
    en: 'Mobile Inspection and Examination Equipment',
    ru: 'мобильное досмотровое оборудование',
    confidence: 'low',
  },
  port_control_unit: { en: 'Port Control Unit', ru: 'группа портового контроля', confidence: 'high' },
  national_contact_point: {
    en: 'national contact point',
    ru: 'национальный контактный пункт',
    confidence: 'high',
  },
  participating_countries: { en: 'participating countries', ru: 'страны-участницы', confidence: 'high' },
  operation_plan: { en: 'Operation Plan', ru: 'план операции', confidence: 'high' },
  presumptive_result: { en: 'presumptive result', ru: 'предварительный результат', confidence: 'high' },
} as const satisfies Record<string, Term>;

export type TermId = keyof typeof TERMS;

/** What an Operation Plan writes in place of our terms. */
export type TermOverrides = Readonly<Partial<Record<TermId, Partial<Localized>>>>;

export const TERM_IDS = Object.keys(TERMS) as TermId[];

/** The term in that language, or the Plan's own wording of it. */
export function term(id: TermId, language: Language, overrides: TermOverrides = {}): string {
  return overrides[id]?.[language] ?? TERMS[id][language];
}

/** How sure we are of the Russian wording. */
export function termConfidence(id: TermId): Confidence {
  return TERMS[id].confidence;
}
