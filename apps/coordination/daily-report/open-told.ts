import { Injectable } from '@nestjs/common';
import { type EntityManager } from 'typeorm';
import { type DailyReportContent } from '#libs/contracts/daily-report/daily-report-content.dto.js';
import { type DailyReportForwarded } from '#libs/contracts/daily-report/daily-report-events.dto.js';
import { countryOfUnit, NominalKeys } from '#libs/nominal/nominal-keys.js';
import { openTold, type ToldKey } from '#libs/nominal/told-report.js';

/** The content of a forwarded revision as it is kept: its nominal values sealed, where the event sealed them. */
export interface KeptContent {
  readonly content: DailyReportContent;
  readonly nominal: string | null;
}

/** Opens what countries share of the nominal values of their forwarded reports. */
@Injectable()
export class OpenTold {
  constructor(private readonly keys: NominalKeys) {}

  async open(manager: EntityManager, report: DailyReportForwarded): Promise<DailyReportContent> {
    const { content, nominal = null } = report;
    const [opened] = await this.openAll(manager, report.operation, [{ ...keyOf(report), content, nominal }]);
    return opened?.content ?? content;
  }

  async openAll<T extends ToldKey & KeptContent>(
    manager: EntityManager,
    operation: string,
    kept: readonly T[],
  ): Promise<T[]> {
    if (kept.every(({ nominal }) => nominal === null)) return [...kept];
    const keys = await this.keys.forOpening(manager, operation);
    return kept.map((one) => {
      const { content } = openTold(keys.get(countryOfUnit(one.unit)), one, one.content, one.nominal);
      return { ...one, content };
    });
  }
}

const keyOf = ({ unit, operationDay, revision }: DailyReportForwarded): ToldKey => ({
  unit,
  operationDay,
  revision,
});
