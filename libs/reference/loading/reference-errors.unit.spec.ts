import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { loadReferenceData, ReferenceDataError } from '../reference-data.js';
import { defaultReferenceFolder } from '../reference-folder.js';
import { REFERENCE_FILES, type ReferenceFile } from './read-files.js';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'reference-'));
  cpSync(defaultReferenceFolder(), folder, { recursive: true });
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const textOf = (file: ReferenceFile): string => readFileSync(path.join(folder, file), 'utf8');

function replace(file: ReferenceFile, from: string, to: string): void {
  const text = textOf(file);
  if (!text.includes(from)) throw new Error(`${file} does not contain ${from}`);
  writeFileSync(path.join(folder, file), text.replace(from, to));
}

function problems(): readonly string[] {
  try {
    loadReferenceData(folder);
  } catch (error) {
    if (error instanceof ReferenceDataError) return error.problems;
    throw error;
  }
  return [];
}

describe('a folder that fits', () => {
  it('has no problems', () => {
    expect(problems()).toEqual([]);
  });

  it.each(REFERENCE_FILES)('gets another version when one byte of %s changes', (file) => {
    const before = loadReferenceData(folder).version;
    writeFileSync(path.join(folder, file), `${textOf(file)} `);
    expect(loadReferenceData(folder).version).not.toBe(before);
  });
});

describe('files that cannot be read', () => {
  it('are all named at once, with the folder', () => {
    rmSync(path.join(folder, 'chemicals.json'));
    writeFileSync(path.join(folder, 'unlocodes.json'), '{"places": ');
    expect(problems()).toEqual([
      'chemicals.json: cannot be read (ENOENT)',
      expect.stringMatching(/^unlocodes.json: is not JSON/),
    ]);
    expect(() => loadReferenceData(folder)).toThrow(folder);
  });

  it('that hold something else altogether are refused too', () => {
    for (const file of REFERENCE_FILES) writeFileSync(path.join(folder, file), '[]');
    for (const file of REFERENCE_FILES) {
      expect(problems()).toContainEqual(
        `${file}: _meta.version: expected a version like 1.0.0, found nothing`,
      );
    }
  });
});

describe('a single slip is named with file and place', () => {
  it.each<[ReferenceFile, string, string, string]>([
    ['chemicals.json', '"108-24-7"', '"108-24-8"', 'chemicals[0].cas: 108-24-8 is no CAS number'],
    [
      'chemicals.json',
      '"13605-48-6"',
      '"13605-48-7"',
      'chemicals[15].esters[0].cas: 13605-48-7 is no CAS number',
    ],
    [
      'chemicals.json',
      '"1990-11-11"',
      '"1990-11-31"',
      'chemicals[0].controlledSince: 1990-11-31 is no calendar day',
    ],
    [
      'chemicals.json',
      '"hs": "291524"',
      '"hs": "2915.24"',
      'chemicals[0].hs: expected six digits, found "2915.24"',
    ],
    [
      'chemicals.json',
      '"hs": "291524"',
      '"hs": "291599"',
      'acetic_anhydride: 291599 is not in hs-subheadings.json',
    ],
    [
      'chemicals.json',
      '"hs2017": "293339"',
      '"hs2017": "293300"',
      'anpp: 293300 is not in hs-subheadings.json',
    ],
    [
      'chemicals.json',
      '"usualUnit": "L"',
      '"usualUnit": "l"',
      'chemicals[0].usualUnit: expected one of kg, g, t, L, mL, piece, package, found "l"',
    ],
    ['chemicals.json', '"form": "liquid"', '"form": "wet"', 'chemicals[0].form: expected one of'],
    ['chemicals.json', '"table": "I"', '"table": "III"', 'chemicals[0].table: expected I or II, found "III"'],
    ['chemicals.json', '"table": "I",', '', 'chemicals[0]: table and controlledSince belong together'],
    [
      'chemicals.json',
      '"controlledSince": "1990-11-11"',
      '"controlledSince": "1990-11-11", "controlledUntil": "1989-01-01"',
      'chemicals[0].controlledUntil: control cannot end before it began',
    ],
    ['chemicals.json', '"ruGenitive"', '"ruGen"', 'chemicals[0].ruGen: unknown property'],
    [
      'chemicals.json',
      '"id": "n_acetylanthranilic_acid"',
      '"id": "acetic_anhydride"',
      'chemicals[1].id: "acetic_anhydride" stands there twice',
    ],
    [
      'chemicals.json',
      '"densityKgPerL": "1.08"',
      '"densityKgPerL": 1.08',
      'chemicals[0].densityKgPerL: expected a decimal as text',
    ],
    [
      'chemicals.json',
      '"sources": ["osint"]',
      '"sources": ["hearsay"]',
      'chemicals[0].sources[0]: "hearsay" is not explained in _meta.sources',
    ],
    ['countries.json', '"Asia/Kabul"', '"Asia/Cabul"', 'countries[0].tz: Asia/Cabul is not a time zone'],
    [
      'countries.json',
      '"orderRu": 2',
      '"orderRu": 1',
      'countries: orderRu must give every country a place of its own, from 1 to 9',
    ],
    [
      'countries.json',
      '"orderEn": 1',
      '"orderEn": 10',
      'countries[0].orderEn: expected a whole number from 1 to 9, found 10',
    ],
    [
      'countries.json',
      '"в Афганистане"',
      '"Афганистане"',
      'countries[0].ruPrepositional: expected the form with its preposition',
    ],
    [
      'countries.json',
      '"ru": "Кыргызстан"',
      '"ru": "Киргизия"',
      'KG: its names differ from those in country-names.json',
    ],
    ['country-names.json', '"TR": {', '"Tr": {', 'names.Tr: expected a two-letter ISO 3166 code'],
    ['country-names.json', '"ru": "Турция"', '"ru": " "', 'names.TR.ru: expected text, found " "'],
    [
      'port-control-units.json',
      '"id": "AZ-BAK"',
      '"id": "az-bak"',
      'units[0].id: expected an id like UZ-ANG, found "az-bak"',
    ],
    [
      'port-control-units.json',
      '"country": "AZ"',
      '"country": "GE"',
      'units[0].id: must begin with its country, GE-',
    ],
    [
      'port-control-units.json',
      '"unlocode": "KZAAU"',
      '"unlocode": "KZAQF"',
      'KZ-AAU: KZAQF is not in unlocodes.json',
    ],
    [
      'port-control-units.json',
      '"status2017": "open"',
      '"status2017": true',
      'units[0].status2017: expected one of open, not_yet_open, unconfirmed, found true',
    ],
    [
      'port-control-units.json',
      '"segment2017": true',
      '"segment2017": "yes"',
      'units[0].segment2017: expected true or false, found "yes"',
    ],
    [
      'port-control-units.json',
      '["container", "truck", "wagon"]',
      '["container", "ship"]',
      'units[0].modes[1]: expected one of air, container, truck, wagon, found "ship"',
    ],
    [
      'port-control-units.json',
      '["container", "truck", "wagon"]',
      '"container"',
      'units[0].modes: expected a list, found "container"',
    ],
    ['hs-subheadings.json', '"0101": "', '"0101": "1 ', 'both.0101: expected two-digit tails'],
    ['hs-subheadings.json', '"0101": "', '"01": "', 'both.01: unexpected name'],
    ['unlocodes.json', '"KG": "ALA', '"KG": "AL0', 'places.KG: expected three-character places'],
    [
      'unlocodes.json',
      '"version": "1.0.0"',
      '"version": "1"',
      '_meta.version: expected a version like 1.0.0, found "1"',
    ],
  ])('%s: %s → %s', (file, from, to, expected) => {
    replace(file, from, to);
    expect(problems().join('\n')).toContain(`${file}: ${expected}`);
  });

  it('and several slips are named together', () => {
    replace('chemicals.json', '"108-24-7"', '"108-24-8"');
    replace('countries.json', '"Asia/Kabul"', '"Asia/Cabul"');
    replace('unlocodes.json', '"KG": "ALA', '"KG": "AL0');
    expect(problems()).toHaveLength(3);
  });

  it('a place of the English order is taken once, too', () => {
    replace('countries.json', '"orderEn": 2', '"orderEn": 1');
    expect(problems()).toEqual([
      'countries.json: countries: orderEn must give every country a place of its own, from 1 to 9',
    ]);
  });

  it('a country without a name is missed by its units', () => {
    replace('country-names.json', '"UZ": {', '"QQ": {');
    expect(problems()).toContain('port-control-units.json: UZ-CHU: UZ is not in country-names.json');
    expect(problems()).toContain('countries.json: UZ: its names differ from those in country-names.json');
  });
});

describe('the order of the participants', () => {
  it('comes from orderEn, not from the place in the file', () => {
    replace('countries.json', '"orderEn": 2', '"orderEn": 0');
    replace('countries.json', '"orderEn": 1', '"orderEn": 2');
    replace('countries.json', '"orderEn": 0', '"orderEn": 1');
    expect(
      loadReferenceData(folder)
        .countries.map(({ iso2 }) => iso2)
        .slice(0, 3),
    ).toEqual(['AZ', 'AF', 'GE']);
  });
});
