import type { DaySnapshot } from '#libs/contracts/operation-day/day-snapshot.dto.js';
import type { Language } from '#libs/localization/language.js';
import type { RenderOptions } from '../rendering.types.js';
import { breakdownsSection } from './annexes/breakdowns.js';
import { changesSections } from './annexes/changes.js';
import { chemicalsSection } from './annexes/chemicals.js';
import { contactSection, disclaimerSection, verificationSection } from './annexes/closing-matter.js';
import { coverageSection } from './annexes/coverage.js';
import { figuresSection } from './annexes/figures.js';
import { followUpsSection } from './annexes/follow-ups.js';
import { assessmentSection, casesSection, closingSection, qualitySection } from './annexes/notes.js';
import { remarksSection } from './annexes/remarks.js';
import { revisedSection } from './annexes/revised-edition.js';
import { section } from './annexes/section.js';
import { schematicSection } from './annexes/units-schematic.js';
import { isSupplementary } from './bulletin-kind.js';
import type { BulletinView, SectionView } from './bulletin-view.types.js';
import { firstPageCases } from './case-lines.js';
import { controlsChart } from './controls-chart.js';
import { countryTable } from './country-table.js';
import { headlines } from './headlines.js';
import { highlights } from './highlights.js';
import { masthead } from './masthead.js';
import { revisedBox } from './revised-box.js';
import { supplementaryNews, supplementaryTable } from './supplementary-page.js';
import { Wording } from './wording.js';

/** More countries than this do not fit the first page beside everything else. */
const FIRST_PAGE_COUNTRIES = 12;

/** What the bulletin of that day shows in one language. The same snapshot and options give the same view. */
export function buildView(
  snapshot: DaySnapshot,
  snapshotHash: string,
  language: Language,
  { issuedAt, referenceData, rendererVersion }: RenderOptions,
): BulletinView {
  const wording = new Wording(language, referenceData);
  const { say } = wording;
  const fits = snapshot.countries.length <= FIRST_PAGE_COUNTRIES;
  const { table, chart } = byCountry(snapshot, wording);
  const heading = say('table.by_country');
  const moved = fits ? [] : [section('by-country', heading, { tables: [table], figure: chart })];
  return {
    language,
    ...masthead(snapshot, issuedAt, wording),
    revised: revisedBox(snapshot, wording),
    headlines: headlines(snapshot, wording),
    highlightsHeading: say(isSupplementary(snapshot) ? 'supplementary.highlights' : 'highlights.heading'),
    highlights: highlights(snapshot, wording),
    byCountry: fits ? { heading, table, chart } : null,
    byCountryElsewhere: fits ? null : say('country_table.in_annex', { count: snapshot.countries.length }),
    cases: isSupplementary(snapshot)
      ? supplementaryNews(snapshot, wording)
      : firstPageCases(snapshot, wording),
    annexesHeading: say('page.annexes'),
    annexes: [...moved, ...annexes(snapshot, { snapshotHash, rendererVersion }, wording)],
  };
}

function byCountry(snapshot: DaySnapshot, wording: Wording) {
  return isSupplementary(snapshot)
    ? { table: supplementaryTable(snapshot, wording), chart: null }
    : { table: countryTable(snapshot, wording), chart: controlsChart(snapshot, wording) };
}

function annexes(
  snapshot: DaySnapshot,
  provenance: Parameters<typeof verificationSection>[1],
  wording: Wording,
): SectionView[] {
  return [
    ...revisedSection(snapshot, wording),
    ...assessmentSection(snapshot, wording),
    ...remarksSection(snapshot, wording),
    ...casesSection(snapshot, wording),
    ...(isSupplementary(snapshot)
      ? followUpsSection(snapshot, wording)
      : [coverageSection(snapshot, wording)]),
    ...closingSection(snapshot, wording),
    figuresSection(snapshot, wording),
    chemicalsSection(snapshot, wording),
    breakdownsSection(snapshot, wording),
    ...changesSections(snapshot, wording),
    ...(isSupplementary(snapshot) ? [] : followUpsSection(snapshot, wording)),
    qualitySection(snapshot, wording),
    ...(isSupplementary(snapshot) ? [] : [schematicSection(snapshot, wording)]),
    contactSection(snapshot, wording),
    disclaimerSection(wording),
    verificationSection(snapshot, provenance, wording),
  ];
}
