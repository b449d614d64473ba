import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import pg from 'pg';
import { type BulletinManifest, MANIFEST_TYP } from '#libs/contracts/bulletin/bulletin-manifest.dto.js';
import { canonicalJson, sha256Hex } from '#libs/contracts/canonical-json.js';
import { isSignedBy, readSignatureHeader } from '#libs/signing/detached-jws.js';
import { revokeKey, rotateKey } from '#libs/signing/manage-keys.js';
import { type PublishedKeys, readPublishedKeys } from '#libs/signing/published-key.js';
import { aClosedDay, codeOf, ISSUED_AT, openBulletinService } from '../bulletin/testing/bulletin-service.js';
import { type BulletinFixture, HEAD } from '../bulletin/testing/bulletin-service.js';
import { stubFiles } from '../bulletin/testing/stub-files.js';

let service: BulletinFixture;
beforeAll(async () => {
  service = await openBulletinService();
  jest.spyOn(service.renderer, 'render').mockImplementation(async (_snapshot, at) => stubFiles(at));
});
afterAll(() => service.close());

async function issue(edition: string, at = ISSUED_AT): Promise<Record<string, unknown>> {
  const answer = await service.ask(`${edition}/issue`, { method: 'POST', at });
  return { status: answer.status, ...((await answer.json()) as object) };
}

async function signed(edition: string) {
  const manifest = Buffer.from(await (await service.ask(`${edition}/files/manifest.json`)).arrayBuffer());
  const jws = await (await service.ask(`${edition}/files/manifest.jws`)).text();
  return { manifest, jws, said: JSON.parse(manifest.toString('utf8')) as BulletinManifest };
}

/** As somebody who may write anything into the database. */
async function asAdmin(statements: readonly string[]): Promise<void> {
  const admin = new pg.Client({ connectionString: service.adminUrl });
  await admin.connect();
  for (const statement of statements) await admin.query(statement);
  await admin.end();
}

async function publishedKeys(): Promise<PublishedKeys> {
  const url = `${await service.app.getUrl()}/api/bulletin/keys`;
  return readPublishedKeys(await (await fetch(url)).text(), url);
}

describe('an issued bulletin', () => {
  it('has a manifest of its files that its signature and the published key vouch for', async () => {
    const closed = aClosedDay('signed');
    await service.consume(closed);
    const view = await issue('signed/bulletins/1/revisions/0');
    const { manifest, jws, said } = await signed('signed/bulletins/1/revisions/0');
    const { keys } = await publishedKeys();
    const [key] = keys;
    expect(said).toMatchObject({
      ...{ operation: 'signed', operationDay: '2017-09-05', number: 1, revision: 0, kind: 'daily' },
      ...{ languages: ['en', 'ru'], snapshotHash: closed.snapshotHash, issuedAt: ISSUED_AT },
      ...{ closedAt: closed.snapshot.closedAt, cutOffAt: closed.snapshot.cutOffAt, keyId: key?.kid },
      ...{ rendererVersion: service.renderer.version, referenceVersion: service.renderer.referenceVersion },
    });
    expect(manifest.toString('utf8')).toBe(canonicalJson(said));
    expect(said.previous).toBeUndefined();
    const files = stubFiles(ISSUED_AT).map(({ language, format, sha256, bytes }) => ({
      ...{ language, format, sha256, size: bytes.length },
    }));
    expect(said.files).toEqual(expect.arrayContaining(files));
    expect(said.files).toHaveLength(files.length);
    expect(readSignatureHeader(jws, MANIFEST_TYP)).toMatchObject({
      kid: key?.kid,
      sha256: sha256Hex(manifest),
    });
    expect(key && (await isSignedBy(manifest, jws, key))).toBe(true);
    expect(view).toMatchObject({ manifestHash: sha256Hex(manifest), keyId: key?.kid });
  });

  it('names the one that was issued before it, whatever its number', async () => {
    for (const part of [{ number: 1 }, { number: 2 }, { number: 1, revision: 1 }])
      await service.consume(aClosedDay('chain', part));
    const editions = ['1/revisions/0', '2/revisions/0', '1/revisions/1'].map(
      (one) => `chain/bulletins/${one}`,
    );
    const hashes = [];
    for (const edition of editions) hashes.push((await issue(edition))['manifestHash']);
    const chain = await Promise.all(editions.map(async (one) => (await signed(one)).said.previous));
    expect(chain).toEqual([
      undefined,
      { number: 1, revision: 0, manifestHash: hashes[0] },
      { number: 2, revision: 0, manifestHash: hashes[1] },
    ]);
  });

  it('from before signatures has none, and says so', async () => {
    await service.consume(aClosedDay('old'));
    await asAdmin([
      'alter table bulletin.bulletin disable trigger bulletin_signed, disable trigger bulletin_approved',
      `update bulletin.bulletin set state = 'issued', issued_at = closed_at, issued_by = 'a',
      reference_version = '1', renderer_version = '1' where operation = 'old'`,
      'alter table bulletin.bulletin enable trigger bulletin_signed, enable trigger bulletin_approved',
    ]);
    const edition = 'old/bulletins/1/revisions/0';
    expect(await (await service.ask(edition)).json()).not.toHaveProperty('manifestHash');
    for (const name of ['manifest.json', 'manifest.jws']) {
      const answer = await service.ask(`${edition}/files/${name}`);
      expect([answer.status, await codeOf(answer)]).toEqual([404, 'bulletin-unsigned']);
    }
  });
});

it('manifest and signature are given as files, byte for byte', async () => {
  await service.consume(aClosedDay('files', { number: 1 }));
  await issue('files/bulletins/1/revisions/0');
  const answer = await service.ask('files/bulletins/1/revisions/0/files/manifest.json', { as: HEAD });
  expect(answer.headers.get('content-disposition')).toBe('inline; filename="bulletin-001.manifest.json"');
  expect(answer.headers.get('etag')).toBe(`"${sha256Hex(Buffer.from(await answer.arrayBuffer()))}"`);
  const signature = await service.ask('files/bulletins/1/revisions/0/files/manifest.jws');
  expect(signature.headers.get('content-type')).toBe('application/jose');
  expect(signature.headers.get('content-disposition')).toBe('inline; filename="bulletin-001.manifest.jws"');
});

describe('a file that is looked for by its hash', () => {
  const find = async (sha256: string) => {
    const url = `${await service.app.getUrl()}/api/bulletin/files/${sha256}`;
    const answer = await fetch(url, { headers: { 'x-acting-party': HEAD } });
    return [answer.status, ((await answer.json()) as { files?: object[] }).files] as const;
  };

  it('is found where it was issued, with its edition and key; drafts and other hashes are not', async () => {
    for (const revision of [0, 1]) await service.consume(aClosedDay('found', { revision }));
    const at = '2017-09-06T05:30:00.000Z';
    const { manifestHash, keyId, files } = await issue('found/bulletins/1/revisions/0', at);
    const [first] = files as { name: string; sha256: string }[];
    const bulletin = { operation: 'found', number: 1, revision: 0, issuedAt: at, manifestHash, keyId };
    const trusted = { newestRevision: 0, keyValidity: 'valid', proof: 'signed' };
    expect(await find(first?.sha256 ?? '')).toEqual([
      200,
      [{ ...bulletin, ...trusted, operationDay: '2017-09-05', file: first?.name }],
    ]);
    expect(await find(String(manifestHash))).toMatchObject([200, [{ ...bulletin, file: 'manifest.json' }]]);
    await issue('found/bulletins/1/revisions/1', '2017-09-06T05:31:00.000Z');
    expect(await find(first?.sha256 ?? '')).toMatchObject([200, [{ revision: 0, newestRevision: 1 }]]);
    expect(await find('0'.repeat(64))).toEqual([200, []]);
    expect(await find('0'.repeat(63))).toEqual([400, undefined]);
  });
});

describe('what the database says of a file', () => {
  const proofs = async (sha256: string) => {
    const url = `${await service.app.getUrl()}/api/bulletin/files/${sha256}`;
    const answer = await fetch(url, { headers: { 'x-acting-party': HEAD } });
    return ((await answer.json()) as { files: { proof: string }[] }).files.map(({ proof }) => proof);
  };
  const change = (statement: string) =>
    asAdmin(['set session_replication_role = replica', `${statement} where operation = 'proof'`]);

  it('is not believed without a signature over it', async () => {
    const at = '2017-09-06T05:45:00.000Z';
    await service.consume(aClosedDay('proof'));
    const { files, manifestHash } = await issue('proof/bulletins/1/revisions/0', at);
    const [first] = files as { sha256: string }[];
    const sha256 = first?.sha256 ?? '';
    expect(await proofs(sha256)).toEqual(['signed']);
    const forged = sha256Hex(Buffer.from('forged'));
    await change(`update bulletin.bulletin_file set bytes = 'forged', sha256 = '${forged}', size = 6`);
    expect([...new Set(await proofs(forged))]).toEqual(['failed']);
    expect(await proofs(String(manifestHash))).toEqual(['signed']);
    const none = 'A'.repeat(86);
    await change(
      `update bulletin.bulletin_manifest set signature = regexp_replace(signature, '[^.]*$', '${none}')`,
    );
    expect(await proofs(String(manifestHash))).toEqual(['failed']);
    await change('delete from bulletin.bulletin_manifest');
    expect([...new Set(await proofs(forged))]).toEqual(['unsigned']);
  });
});

/** Last: it uses the keys up. */
describe('the keys', () => {
  it('are rotated without a restart, and the old one verifies what it signed', async () => {
    for (const number of [1, 2]) await service.consume(aClosedDay('rotation', { number }));
    const first = await issue('rotation/bulletins/1/revisions/0', '2017-09-06T05:00:00.000Z');
    const next = await rotateKey(service.keyFolder, '2017-09-06T06:00:00Z', 24);
    const second = await issue('rotation/bulletins/2/revisions/0', '2017-09-06T07:00:00.000Z');
    expect([first['keyId'] === next.kid, second['keyId']]).toEqual([false, next.kid]);
    const { keys } = await publishedKeys();
    expect(keys.map(({ kid }) => kid)).toEqual([first['keyId'], next.kid]);
    const { manifest, jws } = await signed('rotation/bulletins/1/revisions/0');
    expect(keys[0] && (await isSignedBy(manifest, jws, keys[0]))).toBe(true);
  });

  it('are needed: without a valid one nothing is rendered or issued', async () => {
    await service.consume(aClosedDay('keyless'));
    for (const { kid } of (await publishedKeys()).keys) await revokeKey(service.keyFolder, kid, ISSUED_AT);
    const render = jest.mocked(service.renderer.render);
    render.mockClear();
    const refused = await issue('keyless/bulletins/1/revisions/0');
    expect(refused).toMatchObject({
      status: 503,
      type: expect.stringMatching(/bulletin-signing-unavailable$/),
    });
    expect(render).not.toHaveBeenCalled();
    expect(await (await service.ask('keyless/bulletins/1/revisions/0')).json()).toMatchObject({
      state: 'draft',
    });
  });
});
