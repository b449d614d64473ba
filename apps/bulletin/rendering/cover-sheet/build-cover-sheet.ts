import { formatBulletinNumber } from '#libs/localization/bulletin-number.js';
import { formatDay, formatInstant } from '#libs/localization/dates.js';
import type { DaySnapshot, SnapshotCase } from '#libs/contracts/operation-day/day-snapshot.dto.js';
import type { Language } from '#libs/localization/language.js';
import type { BulletinReference } from '../rendering.types.js';
import { isSupplementary } from '../view-model/bulletin-kind.js';
import type { FactView } from '../view-model/bulletin-view.types.js';
import { caseLine } from '../view-model/case-lines.js';
import { PAGE_PLACE, PAGES_PLACE } from '../view-model/masthead.js';
import { plainText } from '../view-model/plain-text.js';
import { Wording } from '../view-model/wording.js';
import { askedOfCountry, type AskedOfCountry } from './asked-of-country.domain.js';
import { coverSheetMessage } from './cover-sheet-messages.js';
import type { CoverSheetOptions, CoverSheetSection, CoverSheetView } from './cover-sheet.types.js';

/** What a country's cover sheet shows in one language. The same snapshot and options give the same view. */
export function buildCoverSheet(
  snapshot: DaySnapshot,
  language: Language,
  reference: BulletinReference,
  options: CoverSheetOptions,
): CoverSheetView {
  const wording = new Wording(language, reference);
  const number = formatBulletinNumber(snapshot.number, snapshot.revision, language);
  const draft = options.issued ? '' : `${coverSheetMessage(language, 'draft')} · `;
  const title = draft + coverSheetMessage(language, 'title', { number });
  const operation = plainText(snapshot.operation.name[language]);
  const country = wording.country(options.country);
  return {
    language,
    documentTitle: `${title} · ${country} · ${operation}`,
    marking: draft + plainText(snapshot.operation.marking[language]),
    title,
    operation,
    facts: facts(snapshot, country, wording, options),
    sections: sections(snapshot, wording, options),
    footer: `${operation} · ${number} · ${country}`,
    pageNumber: wording.say('bulletin.page', { page: PAGE_PLACE, pages: PAGES_PLACE }),
  };
}

function facts(
  snapshot: DaySnapshot,
  country: string,
  { language, say }: Wording,
  { issued }: CoverSheetOptions,
): FactView[] {
  const instant = (at: string) => formatInstant(at, snapshot.operation.coordinationTimeZone, language);
  return [
    { label: coverSheetMessage(language, 'fact.country'), value: country },
    { label: say('fact.period'), value: formatDay(snapshot.operationDay, language) },
    ...(issued
      ? [
          { label: say('fact.issued'), value: instant(issued.at) },
          {
            label: coverSheetMessage(language, 'fact.acknowledge_by'),
            value: instant(issued.acknowledgeBy),
          },
        ]
      : []),
  ];
}

function sections(
  snapshot: DaySnapshot,
  wording: Wording,
  { country, issued }: CoverSheetOptions,
): CoverSheetSection[] {
  const { language } = wording;
  const asked = askedOfCountry(snapshot, country);
  const until =
    issued && formatInstant(issued.acknowledgeBy, snapshot.operation.coordinationTimeZone, language);
  const section = (
    id: 'receipt' | 'reports' | 'laboratory' | 'cases' | 'notes' | 'contact',
    paragraphs: readonly string[],
    items: readonly string[] = [],
  ) => ({ id, heading: coverSheetMessage(language, `${id}.heading`), paragraphs, items });
  return [
    ...(until === undefined ? [] : [section('receipt', receiptParagraphs(until, language))]),
    section('reports', ...reports(snapshot, asked, wording)),
    section('laboratory', ...laboratory(snapshot, asked, wording)),
    section('cases', ...cases(snapshot, asked, wording)),
    ...(asked.notes.length === 0
      ? []
      : [
          section(
            'notes',
            [],
            asked.notes.map((code) => wording.finding(code)),
          ),
        ]),
    section('contact', [plainText(snapshot.operation.contact[language])]),
  ];
}

type Body = [paragraphs: string[], items: string[]];

const receiptParagraphs = (until: string, language: Language): string[] => [
  coverSheetMessage(language, 'receipt.text', { until }),
  coverSheetMessage(language, 'receipt.refusal'),
];

function reports(snapshot: DaySnapshot, { awaited }: AskedOfCountry, wording: Wording): Body {
  const { language } = wording;
  if (isSupplementary(snapshot)) return [[coverSheetMessage(language, 'reports.supplementary')], []];
  if (awaited.length === 0) return [[coverSheetMessage(language, 'reports.none')], []];
  const items = awaited.map(({ unit, name, state }) =>
    coverSheetMessage(language, 'reports.item', {
      ...{ unit: plainText(name[language]), id: unit, state: wording.label('coverage_status', state) },
    }),
  );
  return [[coverSheetMessage(language, 'reports.awaited')], items];
}

function laboratory(snapshot: DaySnapshot, { withoutLaboratory }: AskedOfCountry, wording: Wording): Body {
  const { language } = wording;
  if (withoutLaboratory.length === 0) return [[coverSheetMessage(language, 'laboratory.none')], []];
  const items = withoutLaboratory.map((one) => caseItem(snapshot, one, wording));
  return [[coverSheetMessage(language, 'laboratory.awaited')], items];
}

function cases(snapshot: DaySnapshot, asked: AskedOfCountry, wording: Wording): Body {
  const { language } = wording;
  const { cases: own, furtherCases } = asked;
  const paragraphs = [
    ...(own.length === 0 ? [coverSheetMessage(language, 'cases.none')] : []),
    ...(furtherCases > 0 ? [coverSheetMessage(language, 'cases.further', { count: furtherCases })] : []),
  ];
  return [paragraphs, own.map((one) => caseItem(snapshot, one, wording))];
}

const caseItem = (snapshot: DaySnapshot, one: SnapshotCase, wording: Wording): string =>
  coverSheetMessage(wording.language, 'cases.item', {
    id: plainText(one.caseId),
    line: caseLine(snapshot, one, wording),
  });
