import { type QueryRunner } from 'typeorm';

/** The table of proposals in the schema of a service. */
export async function createProposalTable(runner: QueryRunner): Promise<void> {
  await runner.query(TABLE);
  await runner.query(GUARD);
}

export async function dropProposalTable(runner: QueryRunner): Promise<void> {
  await runner.query('drop table proposal');
  await runner.query('drop function guard_proposal');
}

/** Two persons, also where the program errs: nobody decides on the own proposal, and nobody takes back another's. */
const TABLE = `
  create table proposal (
    id uuid primary key,
    operation text not null,
    subject text not null,
    kind text not null,
    content jsonb not null,
    content_hash text not null,
    proposed_by text not null,
    proposed_person text not null,
    proposed_by_deputy boolean not null,
    proposed_at timestamptz not null,
    expires_at timestamptz not null check (expires_at > proposed_at),
    state text not null default 'open' check (state in ('open', 'approved', 'refused', 'withdrawn', 'expired')),
    decided_by text,
    decided_person text,
    decided_by_deputy boolean,
    decided_at timestamptz,
    reason text,
    check (num_nonnulls(decided_by, decided_person, decided_by_deputy, decided_at)
           = case when state in ('open', 'expired') then 0 else 4 end),
    check ((reason is not null) = (state in ('refused', 'withdrawn'))),
    check (state not in ('approved', 'refused') or decided_person <> proposed_person),
    check (state <> 'withdrawn' or decided_person = proposed_person)
  );
  create unique index proposal_open on proposal (operation, subject) where state = 'open';
  create index proposal_of_operation on proposal (operation, proposed_at)`;

/** What was proposed never changes, and a decision is final. */
const GUARD = `
  create function guard_proposal() returns trigger language plpgsql as $$
  begin
    if tg_op = 'DELETE' or old.state <> 'open' then
      raise exception 'Proposal % is decided, and none is ever deleted.', old.id using errcode = 'restrict_violation';
    end if;
    if (new.id, new.operation, new.subject, new.kind, new.content, new.content_hash, new.proposed_by,
        new.proposed_person, new.proposed_by_deputy, new.proposed_at, new.expires_at)
       is distinct from
       (old.id, old.operation, old.subject, old.kind, old.content, old.content_hash, old.proposed_by,
        old.proposed_person, old.proposed_by_deputy, old.proposed_at, old.expires_at) then
      raise exception 'What was proposed with % cannot be changed.', old.id using errcode = 'restrict_violation';
    end if;
    return new;
  end $$;

  create trigger proposal_guard before update or delete on proposal
    for each row execute function guard_proposal()`;
