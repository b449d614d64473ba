import { type GoodsLine } from '#libs/contracts/daily-report/control-line.dto.js';
import { type CounterEntry } from '#libs/contracts/daily-report/daily-report-content.dto.js';
import { totalByKind, type KindTotal } from '#libs/reference/measures/quantity.js';

/** How many forwarded reports make a unit's history. */
export const HISTORY_LENGTH = 12;

/** Of an earlier report what its figures are made of. */
export interface ReportFigures {
  readonly lines: number;
  readonly counters: readonly CounterEntry[];
  /** Goods that name a chemical and a net quantity. */
  readonly goods: readonly Pick<GoodsLine, 'chemical' | 'net'>[];
}

/** Figures of a unit's earlier reports: one value of each report that has the figure; blank is no zero. */
export type UnitHistory = ReadonlyMap<string, readonly string[]>;

export const LINES_FIGURE = 'lines';
export const counterFigure = ({ transportKind, regime }: CounterEntry, counter: string): string =>
  `${counter} ${transportKind} ${regime}`;
export const quantityFigure = (chemical: string, { kind }: KindTotal): string =>
  `quantity ${chemical} ${kind}`;

/** The history that earlier reports make. */
export function unitHistory(reports: readonly ReportFigures[]): UnitHistory {
  const history = new Map<string, string[]>();
  const add = (figure: string, value: string): void => {
    const known = history.get(figure);
    if (known) known.push(value);
    else history.set(figure, [value]);
  };
  for (const { lines, counters, goods } of reports) {
    add(LINES_FIGURE, String(lines));
    for (const entry of counters) {
      add(counterFigure(entry, 'profiled'), String(entry.profiled));
      add(counterFigure(entry, 'examined'), String(entry.examined));
    }
    for (const [chemical, totals] of totalsByChemical(goods))
      for (const total of totals) add(quantityFigure(chemical, total), total.amount);
  }
  return history;
}

/** Net quantities of each chemical, kind by kind. */
export function totalsByChemical(goods: ReportFigures['goods']): ReadonlyMap<string, readonly KindTotal[]> {
  const ids = new Set(goods.map(({ chemical }) => chemical).filter((id) => id !== undefined));
  const netOf = (id: string) => goods.flatMap(({ chemical, net }) => (chemical === id && net ? [net] : []));
  return new Map([...ids].map((id) => [id, totalByKind(netOf(id))]));
}
