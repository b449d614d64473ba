import type { DaySnapshot } from '#libs/contracts/operation-day/day-snapshot.dto.js';
import { schematic, type SchematicTile } from '../../svg/schematic.js';
import type { SectionView } from '../bulletin-view.types.js';
import { plainText } from '../plain-text.js';
import type { Wording } from '../wording.js';
import { section } from './section.js';

/** With more countries than this, the drawing counts units instead of naming them: it must fit a page. */
const COUNTRIES_IN_DETAIL = 24;
const UNITS_IN_DETAIL = 6;

/** The units of the operation by country, all alike: the drawing says who takes part, not who has reported. */
export function schematicSection(snapshot: DaySnapshot, wording: Wording): SectionView {
  const { say } = wording;
  const countries = wording.inOrder(snapshot.countries);
  const detail = countries.length > COUNTRIES_IN_DETAIL ? 0 : UNITS_IN_DETAIL;
  const tiles = countries.map(({ country }) => tile(snapshot, country, detail, wording));
  const list = countries.map(
    ({ country }) => `${wording.country(country)}: ${namesOf(snapshot, country, wording).length}`,
  );
  return section('schematic', say('schematic.heading'), {
    figure: {
      caption: say('schematic.note'),
      alternative: say('schematic.text', { list: list.join('; ') }),
      svg: schematic(tiles),
    },
  });
}

function tile(snapshot: DaySnapshot, country: string, detail: number, wording: Wording): SchematicTile {
  const names = namesOf(snapshot, country, wording);
  const units = names.slice(0, names.length > detail ? Math.max(0, detail - 1) : detail);
  const count = names.length - units.length;
  const { say } = wording;
  const rest = units.length === 0 ? say('schematic.unit_count', { count }) : say('page.and_more', { count });
  return { name: wording.country(country), units, more: count > 0 ? rest : undefined };
}

function namesOf({ coverage }: DaySnapshot, country: string, { language }: Wording): string[] {
  return coverage.filter((unit) => unit.country === country).map(({ name }) => plainText(name[language]));
}
