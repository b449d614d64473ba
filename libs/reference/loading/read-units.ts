import { SITE_KINDS, STATUSES_2017, TRAFFIC_MODES, type PortControlUnit } from '../reference-data.types.js';
import { requireUnique, withoutAbsent, type Expectation, type JsonField } from './json-field.js';
import { checkSources, readMeta } from './meta.js';
import { readZone } from './read-zone.js';

const ID: Expectation = { pattern: /^[A-Z]{2}(-[A-Z0-9]{2,6})+$/, words: 'an id like UZ-ANG' };
const COUNTRY: Expectation = { pattern: /^[A-Z]{2}$/, words: 'a two-letter ISO 3166 code' };
const PROPERTIES =
  'id country en ru shortEn shortRu site tz unlocode modes status2017 segment2017 opened note sources'.split(
    ' ',
  );

function readUnit(field: JsonField): PortControlUnit {
  field.allow(...PROPERTIES);
  const unit = withoutAbsent<PortControlUnit>({
    id: field.get('id').text(ID),
    country: field.get('country').text(COUNTRY),
    en: field.get('en').text(),
    ru: field.get('ru').text(),
    shortEn: field.get('shortEn').text(),
    shortRu: field.get('shortRu').text(),
    site: field.get('site').oneOf(SITE_KINDS),
    tz: readZone(field.get('tz')),
    unlocode: field.get('unlocode').optionalText(),
    modes: field
      .get('modes')
      .items()
      .map((mode) => mode.oneOf(TRAFFIC_MODES)),
    status2017: field.get('status2017').oneOf(STATUSES_2017),
    segment2017: field.get('segment2017').flag(),
  });
  if (!unit.id.startsWith(`${unit.country}-`))
    field.get('id').refuse(`must begin with its country, ${unit.country}-`);
  return unit;
}

/** Reads `port-control-units.json`. */
export function readUnits(root: JsonField): PortControlUnit[] {
  const sources = readMeta(root);
  const fields = root.get('units').items();
  requireUnique(fields, 'id');
  for (const field of fields) checkSources(field, sources);
  return fields.map(readUnit);
}
