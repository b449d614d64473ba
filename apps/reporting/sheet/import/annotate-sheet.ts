import { ProblemError, type FieldProblem } from '#libs/web/problem.js';
import { problemDocument } from '#libs/web/problems/problem-document.js';
import { SHEETS, type SheetName } from '../columns/column.js';
import { buildTemplate } from '../template/build-template.js';
import { type SheetNote } from '../template/notes.js';
import { type SheetLanguage } from '../template/template-identity.js';
import { type OpenedSheet } from './open-sheet.js';
import { type SheetReceipt } from './sheet-answers.dto.js';

/**
 * The sheet as it was sent, with a comment on every cell that there is something to say about. It is made anew from the
 * values that were read: a foreign file is never opened by the writer.
 */
export function annotatedSheet(opened: OpenedSheet, notes: readonly SheetNote[]): Promise<Buffer> {
  const { identity, plan, unit, lists, filled } = opened;
  return buildTemplate({ identity, plan, unit, lists, filled, notes });
}

/** The comments of a refused sheet. */
export function problemNotes(problems: readonly FieldProblem[], language: SheetLanguage): SheetNote[] {
  const { errors } = problemDocument(new ProblemError(422, 'sheet-cells', {}, problems), language);
  return errors.flatMap(({ sheet, cell, message }) => noteAt(sheet, cell, message, true));
}

/** The comments of an accepted one: what looks odd, and how numbers were understood. */
export function receiptNotes({ findings, understood }: SheetReceipt): SheetNote[] {
  return [
    ...findings.flatMap(({ sheet, cell, message }) => noteAt(sheet, cell, message, false)),
    ...understood.flatMap((entry) =>
      noteAt(entry.sheet, entry.cell, `${entry.written} → ${entry.understood}`, false),
    ),
  ];
}

function noteAt(
  title: string | undefined,
  cell: string | undefined,
  text: string,
  isProblem: boolean,
): SheetNote[] {
  const sheet = (Object.keys(SHEETS) as SheetName[]).find((name) => SHEETS[name] === title);
  return sheet && cell !== undefined ? [{ sheet, cell, text, isProblem }] : [];
}
