import { type MigrationInterface, type QueryRunner } from 'typeorm';
import { createProposalTable, dropProposalTable } from '#libs/proposals/proposal-table.js';

/** From here on nothing is issued without two persons. */
export class IssueProposal1700000000030 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createProposalTable(runner);
    await runner.query(ISSUE_GUARD);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop trigger bulletin_approved on bulletin');
    await runner.query('drop function require_approval');
    await dropProposalTable(runner);
  }
}

/** The person who issues has approved, at the instant of issue, what another one had proposed: this snapshot. */
const ISSUE_GUARD = `
  create function require_approval() returns trigger language plpgsql set search_path from current as $$
  begin
    if not exists (
      select from proposal p where p.operation = new.operation and p.kind = 'bulletin.issue'
        and p.subject = format('bulletin %s/%s', new.number, new.revision) and p.state = 'approved'
        and p.content ->> 'snapshotHash' = new.snapshot_hash
        and p.decided_at = new.issued_at and p.decided_by = new.issued_by) then
      raise exception 'Bulletin No. %/Rev. % of % was not approved by a second person.',
        new.number, new.revision, new.operation using errcode = 'check_violation';
    end if;
    return new;
  end $$;

  create trigger bulletin_approved before update on bulletin
    for each row when (new.state = 'issued' and old.state <> 'issued') execute function require_approval()`;
