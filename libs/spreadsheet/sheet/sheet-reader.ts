import { type Attributes, type XmlHandlers } from '../package/read-xml.js';
import { type Cell } from '../workbook.js';
import { type WorkbookLimits } from '../workbook-limits.js';
import { WorkbookRefusedError, type WorkbookRefusal } from '../workbook-refused.error.js';
import { cellValue, type CellContext } from './cell-value.js';
import { columnLetters, parseCellReference } from './cell-reference.js';
import { TextCollector } from './string-text.js';

/** Counts over all sheets of a workbook. */
export interface Tally {
  cells: number;
}

/** More than a truth value takes. */
const FORMULA_LENGTH = 50;
const IS_TRUE = /^(1|true|on)$/;

/** Takes the values out of a sheet's XML as it comes by. Anything it does not know is passed over. */
export class SheetReader implements XmlHandlers {
  readonly rows = new Map<number, Map<string, Cell>>();
  readonly hiddenRows = new Set<number>();
  readonly hiddenColumns = new Set<string>();
  readonly merged: string[] = [];

  private row = 0;
  private column = 0;
  private cells: Map<string, Cell> | undefined;
  private cell: { type: string; style: number } | undefined;
  private isText = false;
  private isPhonetic = false;
  private isFormula = false;
  private formula = '';
  private readonly collector: TextCollector;

  constructor(
    private readonly sheet: string,
    private readonly context: CellContext,
    private readonly limits: WorkbookLimits,
    private readonly tally: Tally,
  ) {
    this.collector = new TextCollector(limits.cellLength);
  }

  open(name: string, attributes: Attributes): void {
    if (this.cell) this.openInCell(name);
    else if (name === 'c') this.openCell(attributes);
    else if (name === 'row') this.openRow(attributes);
    else if (name === 'col') this.noteColumns(attributes);
    else if (name === 'mergeCell') this.noteMerged(attributes['ref'] ?? '');
  }

  text(text: string): void {
    if (this.isText) this.collector.add(text);
    // Whatever else stands in a formula, it is refused at its end.
    else if (this.isFormula && this.formula.length < FORMULA_LENGTH) this.formula += text;
  }

  close(name: string): void {
    if (name === 'v' || name === 't') this.isText = false;
    else if (name === 'rPh') this.isPhonetic = false;
    else if (name === 'f' && this.cell) this.closeFormula();
    else if (name === 'c' && this.cell) this.closeCell();
  }

  private refuse(code: WorkbookRefusal, detail: string): never {
    throw new WorkbookRefusedError(code, { detail, sheet: this.sheet });
  }

  private get ref(): string {
    return columnLetters(this.column) + this.row;
  }

  /** Rows come in order, and each once; one without a number is the next. */
  private openRow(attributes: Attributes): void {
    const given = attributes['r'];
    const row = given === undefined ? this.row + 1 : Number(given);
    if (!Number.isInteger(row) || row <= this.row || row > 1_048_576)
      this.refuse('damaged', `row ${this.row + 1}`);
    this.row = row;
    this.column = 0;
    this.cells = undefined;
    if (row <= this.limits.rows && IS_TRUE.test(attributes['hidden'] ?? '')) this.hiddenRows.add(row);
  }

  /** So do the cells of a row. */
  private openCell(attributes: Attributes): void {
    const given = attributes['r'];
    const place =
      given === undefined ? { column: this.column + 1, row: this.row } : parseCellReference(given);
    if (!place || place.row !== this.row || place.column <= this.column) this.refuse('damaged', this.ref);
    this.column = place.column;
    this.cell = { type: attributes['t'] ?? 'n', style: Number(attributes['s'] ?? 0) };
  }

  private openInCell(name: string): void {
    if (name === 'rPh') this.isPhonetic = true;
    this.isFormula = name === 'f';
    this.isText = (name === 'v' || name === 't') && !this.isPhonetic;
  }

  /** LibreOffice saves the plain values TRUE and FALSE as formulas; every other formula is one. */
  private closeFormula(): void {
    const isValue = this.cell?.type === 'b' && /^\s*(TRUE|FALSE)\(\)\s*$/.test(this.formula);
    if (!isValue) this.refuse('formula', this.ref);
    this.isFormula = false;
    this.formula = '';
  }

  private closeCell(): void {
    const { type, style } = this.cell ?? { type: 'n', style: 0 };
    this.cell = undefined;
    const stored = this.collector.take();
    // A cell that has a format only, as LibreOffice writes down to the last row, is blank wherever it lies.
    if (stored === '') return;
    const value = cellValue({ type, style, value: stored }, this.context);
    if ('refused' in value) this.refuse(value.refused, this.ref);
    if (value.text !== '') this.keep({ ref: this.ref, ...value });
  }

  private keep(cell: Cell): void {
    if (this.row > this.limits.rows) this.refuse('too-many-rows', cell.ref);
    if (this.column > this.limits.columns) this.refuse('too-many-columns', cell.ref);
    this.countCell(cell.ref);
    this.cells ??= new Map();
    this.cells.set(columnLetters(this.column), cell);
    this.rows.set(this.row, this.cells);
  }

  private countCell(ref: string): void {
    if (++this.tally.cells > this.limits.cells) this.refuse('too-many-cells', ref);
  }

  /** A range of columns is clipped to those that may hold values. */
  private noteColumns(attributes: Attributes): void {
    if (!IS_TRUE.test(attributes['hidden'] ?? '')) return;
    const [first, last] = [Number(attributes['min']), Number(attributes['max'])];
    if (!(first >= 1 && last >= first)) return;
    for (let column = Math.trunc(first); column <= Math.min(last, this.limits.columns); column += 1) {
      this.hiddenColumns.add(columnLetters(column));
    }
  }

  private noteMerged(range: string): void {
    if (!/^[A-Z]{1,3}\d{1,7}:[A-Z]{1,3}\d{1,7}$/.test(range)) return;
    this.countCell(range);
    this.merged.push(range);
  }
}
