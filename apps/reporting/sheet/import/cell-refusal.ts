import { ProblemError, type FieldProblem } from '#libs/web/problem.js';

/** Cells named in one refusal; the officer mends these first. */
const MAX_CELLS = 50;

/** Cells that are to be mended before anything is stored. */
export class CellRefusal extends ProblemError {
  /** @param all every cell, in the order of the sheet; the answer names the first of them */
  constructor(
    code: 'sheet-cells' | 'sheet-changed' | 'supplement-changes',
    readonly all: readonly FieldProblem[],
    count: number = all.length,
  ) {
    super(422, code, { count }, all.slice(0, MAX_CELLS));
    this.name = 'CellRefusal';
  }
}
