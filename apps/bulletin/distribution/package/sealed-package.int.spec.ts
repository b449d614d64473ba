import { execFileSync } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { sha256Hex } from '#libs/contracts/canonical-json.js';
import { readPublishedKeys } from '#libs/signing/published-key.js';
import { readGiven } from '#libs/signing/verification/read-given.js';
import { verifyBulletins } from '#libs/signing/verification/verify-bulletins.js';
import {
  aClosedDay,
  ANALYST,
  type BulletinFixture,
  codeOf,
  openBulletinService,
} from '../../bulletin/testing/bulletin-service.js';
import { aCase, aSnapshot } from '../../testing/a-snapshot.js';
import { openZip } from './testing/open-zip.js';
import { type PreviewAnswer } from '../preview/preview.dto.js';

const UZ = 'contact_point:UZ/saidov';
const DISTRIBUTION = 'sealed/bulletins/1/revisions/0/distribution';
const PACKAGE = `${DISTRIBUTION}/countries/UZ/files/package.zip`;

let service: BulletinFixture;
let folder: string;
beforeAll(async () => {
  service = await openBulletinService();
  folder = await mkdtemp(path.join(tmpdir(), 'package-'));
  const day = aSnapshot()
    .withMissing('UZ-ANG', 'KZ-AKT')
    .withCases(
      aCase(),
      aCase({ caseId: 'AF-2017-0007', country: 'AF', unit: 'AF-KBL', detectedBy: 'UZ', seizedBy: 'AF' }),
    )
    .build();
  await service.consume(aClosedDay('sealed', { ...day, number: 1 }));
});
afterAll(async () => {
  await service.close();
  await rm(folder, { recursive: true });
});

const bytesOf = async (address: string, as = UZ): Promise<Buffer> => {
  const answer = await service.ask(address, { as });
  expect(answer.status).toBe(200);
  return Buffer.from(await answer.arrayBuffer());
};

describe('before the bulletin is issued', () => {
  it('the OCU sees what each country will get, and nobody else does', async () => {
    const answer = await service.ask(`${DISTRIBUTION}/preview`, { as: ANALYST });
    const { countries, ...rest } = (await answer.json()) as PreviewAnswer;
    expect(rest).toMatchObject({ number: 1, revision: 0, issued: false, acknowledgeWithinHours: 24 });
    expect(countries.find(({ country }) => country === 'UZ')).toEqual({
      ...{ country: 'UZ', channels: ['mailbox'], mailboxes: [] },
      asked: { awaitedUnits: ['UZ-ANG'], laboratoryResults: 1, cases: 1, furtherCases: 1, notes: 0 },
    });
    expect((await service.ask(`${DISTRIBUTION}/preview`, { as: UZ })).status).toBe(403);
    const sheet = `${DISTRIBUTION}/countries/UZ/files/cover-sheet.en.html`;
    expect((await bytesOf(sheet, ANALYST)).toString('utf8')).toMatch(
      /<h1>Draft · Cover sheet to bulletin No\.\s1<.h1>/,
    );
    const hidden = await service.ask(sheet, { as: UZ });
    expect([hidden.status, await codeOf(hidden)]).toEqual([404, 'bulletin-not-issued']);
    const early = await service.ask(PACKAGE, { as: ANALYST });
    expect([early.status, await codeOf(early)]).toEqual([404, 'bulletin-not-issued']);
  });
});

describe('a sealed package', () => {
  let archive: Buffer;
  beforeAll(async () => {
    const path = 'sealed/bulletins/1/revisions/0/issue';
    expect((await service.ask(path, { method: 'POST' })).status).toBe(200);
    archive = await bytesOf(PACKAGE);
  });

  it('holds both languages, data, manifest, signature, keys, cover sheets and how to check them', async () => {
    const files = await openZip(archive);
    expect([...files.keys()]).toEqual([
      'README.en.txt',
      'README.ru.txt',
      'bulletin-001.en.html',
      'bulletin-001.en.pdf',
      'bulletin-001.json',
      'bulletin-001.manifest.json',
      'bulletin-001.manifest.jws',
      'bulletin-001.ru.html',
      'bulletin-001.ru.pdf',
      'cover-sheet.en.html',
      'cover-sheet.en.pdf',
      'cover-sheet.ru.html',
      'cover-sheet.ru.pdf',
      'keys.json',
      'SHA256SUMS',
    ]);
    for (const [name, bytes] of files) await writeFile(path.join(folder, name), bytes);
    expect(execFileSync('sha256sum', ['-c', 'SHA256SUMS'], { cwd: folder, encoding: 'utf8' })).not.toMatch(
      /FAILED/,
    );
    const { keys } = await readPublishedKeys(
      await readFile(path.join(folder, 'keys.json'), 'utf8'),
      'keys.json',
    );
    const ofBulletin = (await readdir(folder)).filter((name) => name.startsWith('bulletin-'));
    const given = await readGiven(ofBulletin.map((name) => path.join(folder, name)));
    const { bulletins, findings } = await verifyBulletins(given, keys);
    expect([findings, bulletins.map((one) => [one.findings, one.checkedFiles.length])]).toEqual([
      [],
      [[[], 5]],
    ]);
  });

  it('has the same bytes whenever and wherever it is made', async () => {
    expect(sha256Hex(await bytesOf(PACKAGE))).toBe(sha256Hex(archive));
    const other = await service.another();
    const again = Buffer.from(await (await other.ask(PACKAGE, { as: ANALYST })).arrayBuffer());
    expect(sha256Hex(again)).toBe(sha256Hex(archive));
  });

  it('has a cover sheet that tells the country what is asked of it, and of no other country', async () => {
    const files = await openZip(archive);
    const [en, ru] = ['en', 'ru'].map(
      (language) => files.get(`cover-sheet.${language}.html`)?.toString('utf8') ?? '',
    );
    expect(en).toMatch(/Please acknowledge receipt by 7 September 2017, 11:00 \(UTC\+06:00\)/);
    expect(en).toMatch(/\(UZ-ANG\): awaited/);
    expect(en).toMatch(/Case UZ-2017-0031/);
    expect(en).toMatch(/Further cases in which your country is recorded: 1/);
    expect(ru?.replace(/\s/g, ' ')).toContain('Просьба подтвердить получение до 7 сентября 2017 года');
    expect(ru).toMatch(/\(UZ-ANG\): сведения ожидаются/);
    for (const page of [en, ru]) expect(page).not.toMatch(/KZ-AKT|AF-2017-0007|Afghanistan|Афганистан/);
    expect(files.get('cover-sheet.ru.pdf')?.subarray(0, 5).toString()).toBe('%PDF-');
  });

  it('is for the country and the OCU alone', async () => {
    for (const file of ['package.zip', 'cover-sheet.en.pdf', 'other.txt']) {
      const refused = await service.ask(`${DISTRIBUTION}/countries/UZ/files/${file}`, {
        as: 'contact_point:KZ/x',
      });
      expect([file, refused.status]).toEqual([file, 403]);
    }
    const unknown = await service.ask(`${DISTRIBUTION}/countries/UZ/files/other.txt`, { as: UZ });
    expect([unknown.status, await codeOf(unknown)]).toEqual([404, 'cover-sheet-unknown']);
  });
});
