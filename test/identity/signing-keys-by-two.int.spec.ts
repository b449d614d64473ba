import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { Command } from 'commander';
import { addKeysCommand } from '../../apps/cli/commands/keys.command.js';
import { ADMINISTRATION, ADMINISTRATOR, IdentityBed } from '../../apps/identity/testing/identity-bed.js';

const HEAD = 'ocu_head/akhmetov';
const AT = '2017-09-10T00:00:00Z';

describe('signing keys', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'keys-by-two-'));
  let bed: IdentityBed;
  let databaseUrl: string;

  beforeAll(async () => {
    bed = await IdentityBed.start();
    databaseUrl = (bed.services.dataSource('identity').options as { url: string }).url;
    await keys('create', '--at', '2017-09-01T00:00:00Z');
  });
  afterAll(async () => {
    await bed.stop();
    rmSync(folder, { recursive: true });
  });

  async function keys(name: string, ...args: readonly string[]): Promise<string> {
    let text = '';
    const write = jest.spyOn(process.stdout, 'write').mockImplementation((chunk) => {
      text += String(chunk);
      return true;
    });
    const errors = jest.spyOn(process.stderr, 'write').mockImplementation(() => true);
    const program = new Command().exitOverride();
    addKeysCommand(program);
    try {
      await program.parseAsync(['keys', name, '--folder', folder, ...args], { from: 'user' });
    } finally {
      write.mockRestore();
      errors.mockRestore();
    }
    return text;
  }

  const published = () =>
    (JSON.parse(readFileSync(path.join(folder, 'keys.json'), 'utf8')) as { keys: { kid: string }[] }).keys;
  const carryOut = (name: string, approval: unknown) =>
    keys(name, '--approval', String(approval), '--database-url', databaseUrl);
  const propose = async (where: string, text: string) => {
    const body = JSON.parse(text) as object;
    return (await bed.post(`${ADMINISTRATION}/proposals/${where}`, body, { party: ADMINISTRATOR })).body;
  };
  const approve = ({ id, contentHash }: Record<string, unknown>, party = HEAD) =>
    bed.post(`${ADMINISTRATION}/proposals/${String(id)}/approval`, { contentHash }, { party });

  it('are rotated and revoked with the approval of a second person, each approval once', async () => {
    const proposal = await propose('signing-key-rotation', await keys('propose-rotation', '--at', AT));
    await expect(carryOut('rotate', proposal['id'])).rejects.toThrow(/not approved by a second person/);
    expect((await approve(proposal, ADMINISTRATOR)).status).toBe(403);
    expect((await approve(proposal)).status).toBe(200);
    await expect(carryOut('revoke', proposal['id'])).rejects.toThrow(/no proposal .* signing-key.revoke/);
    await carryOut('rotate', proposal['id']);
    expect(published()).toMatchObject([{ until: '2017-09-11T00:00:00.000Z' }, { from: AT }]);
    await expect(carryOut('rotate', proposal['id'])).rejects.toThrow(/others than those of the approval/);

    const [{ kid = '' } = {}] = published();
    const revocation = await keys('propose-revocation', '--key', kid, '--at', AT);
    const revoking = await propose('signing-key-revocation', revocation);
    await approve(revoking);
    await carryOut('revoke', revoking['id']);
    expect(published()).toMatchObject([{ kid, revoked: AT }, { from: AT }]);
  });

  it('are not changed with an approval that is old or unknown', async () => {
    const proposal = await propose(
      'signing-key-rotation',
      await keys('propose-rotation', '--at', '2018-01-01T00:00:00Z'),
    );
    await approve(proposal);
    await bed.query('alter table proposal disable trigger proposal_guard');
    await bed.query(`update proposal set decided_at = now() - interval '73 hours' where id = $1`, [
      proposal['id'],
    ]);
    await expect(carryOut('rotate', proposal['id'])).rejects.toThrow(/more than 72 hours ago/);
    await expect(carryOut('rotate', 'x')).rejects.toThrow(/There is no proposal x/);
  });
});
