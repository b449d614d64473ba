import { type MigrationInterface } from 'typeorm';
import { createProposalTable, dropProposalTable } from '#libs/proposals/proposal-table.js';

/** What needs two persons: roles, invitations that take an account over, signing keys. */
export class Proposals1700000000030 implements MigrationInterface {
  up = createProposalTable;
  down = dropProposalTable;
}
