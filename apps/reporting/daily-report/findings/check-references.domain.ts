import { type CaseEntry } from '#libs/contracts/daily-report/case-entry.dto.js';
import { type DailyReportContent } from '#libs/contracts/daily-report/daily-report-content.dto.js';
import { type FollowUp } from '#libs/contracts/daily-report/follow-up.dto.js';
import { found, type Check } from './finding-check.js';

/** Countries of a case that do not take part: their part of the case is counted nowhere. */
export const checkCountries: Check<CaseEntry> = (entry, path, { plan }) =>
  (['detectedBy', 'seizedBy'] as const).flatMap((field) => {
    const country = entry[field];
    if (!plan || country === undefined || plan.countries.some(({ code }) => code === country)) return [];
    return [found(`${path}.${field}`, 'country.not-participating', country)];
  });

/** A follow-up about what the unit never reported, neither in this report nor in those before. */
export const checkFollowUpReference: Check<FollowUp> = (followUp, path, { content, known }) => {
  const { caseId, lineId, lineDay = content.operationDay } = followUp;
  if (!known) return [];
  const isMissing = {
    caseId: caseId !== undefined && !known.caseIds.has(caseId) && !hasCase(content, caseId),
    lineId:
      lineId !== undefined && !(known.lineIds.get(lineDay)?.has(lineId) || hasLine(content, lineDay, lineId)),
  };
  return (['caseId', 'lineId'] as const).flatMap((field) =>
    isMissing[field] ? [found(`${path}.${field}`, 'follow-up.unknown-reference')] : [],
  );
};

const hasCase = ({ cases = [] }: DailyReportContent, caseId: string): boolean =>
  cases.some((entry) => entry.caseId === caseId);

const hasLine = ({ operationDay, lines = [] }: DailyReportContent, day: string, lineId: string): boolean =>
  day === operationDay && lines.some((line) => line.lineId === lineId);
