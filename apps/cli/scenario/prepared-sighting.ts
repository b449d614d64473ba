import { type Sighting } from './scenario.types.js';

const base = {
  regime: 'transit',
  destination: 'AF',
  act: 'examination',
  selectedBecause: 'risk_indicator',
  methods: ['document_check', 'hazmatid'],
} as const satisfies Partial<Sighting>;

/** A control of a prepared case: in transit to Afghanistan, opened because of a risk indicator, where nothing else is said. */
export const sighting = (
  rest: Pick<Sighting, 'transportKind' | 'number' | 'goods' | 'outcome'> & Partial<Sighting>,
): Sighting => ({ ...base, ...rest, methods: [...(rest.methods ?? base.methods)] });
