import { type CaseEntry } from '#libs/contracts/daily-report/case-entry.dto.js';
import {
  type ControlLine,
  type FoundSubstance,
  type GoodsLine,
} from '#libs/contracts/daily-report/control-line.dto.js';
import {
  type CounterEntry,
  type DailyReportContent,
} from '#libs/contracts/daily-report/daily-report-content.dto.js';
import { type FollowUp } from '#libs/contracts/daily-report/follow-up.dto.js';
import { type FindingCode } from '#libs/reference/findings.js';
import { checkControlled, checkKnown, checkPreExportNotification } from './check-chemicals.domain.js';
import { checkAgainstLines, checkExaminedAboveProfiled, checkRevealing } from './check-counters.domain.js';
import { checkCodesOfChemical, checkFoundAgainstDeclared, checkMeasured } from './check-declared.domain.js';
import {
  checkCountersAgainstHistory,
  checkLinesAgainstHistory,
  checkQuantitiesAgainstHistory,
} from './check-history.domain.js';
import { checkEmpty } from './check-empty.domain.js';
import { checkCodes, checkNumber, checkPostOfExit, checkRepeated } from './check-identifiers.domain.js';
import { checkDensity, checkPayload } from './check-quantities.domain.js';
import { checkCountries, checkFollowUpReference } from './check-references.domain.js';
import { checkDayOfEnd, checkOrderOfTimes, checkPreparedAt } from './check-times.domain.js';
import { type Check } from './finding-check.js';

/** Every check, by the record that it looks at; findings come in this order within a record. */
export const CHECKS = {
  goods: [
    checkCodes,
    checkKnown,
    checkControlled,
    checkCodesOfChemical,
    checkDensity,
  ] as readonly Check<GoodsLine>[],
  found: [checkKnown, checkControlled] as readonly Check<FoundSubstance>[],
  line: [
    checkFoundAgainstDeclared,
    checkMeasured,
    checkPayload,
    checkPreExportNotification,
    checkOrderOfTimes,
    checkDayOfEnd,
    checkPostOfExit,
    checkRepeated,
  ] as readonly Check<ControlLine>[],
  case: [checkKnown, checkControlled, checkCountries] as readonly Check<CaseEntry>[],
  followUp: [checkKnown, checkFollowUpReference] as readonly Check<FollowUp>[],
  counter: [
    checkRevealing,
    checkExaminedAboveProfiled,
    checkAgainstLines,
    checkCountersAgainstHistory,
  ] as readonly Check<CounterEntry>[],
  report: [
    checkEmpty,
    checkPreparedAt,
    checkLinesAgainstHistory,
    checkQuantitiesAgainstHistory,
  ] as readonly Check<DailyReportContent>[],
  /** Comes before the goods of the line. */
  number: [checkNumber] as readonly Check<ControlLine>[],
};

/**
 * Findings that stay in the country: hints for the officer about data that is in order, what other days tell, whether a
 * nil report was meant, and the comparison of counters with lines, which coordination makes itself. The others say something about the quality of the
 * forwarded data and leave with it.
 */
export const NATIONAL_FINDINGS: ReadonlySet<string> = new Set<FindingCode>([
  'chemical.controlled',
  'chemical.not-yet-controlled',
  'country.not-participating',
  'counter.differs-from-lines',
  'counters.not-forwarded',
  'figure.above-history',
  'follow-up.unknown-reference',
  'report.empty',
]);
