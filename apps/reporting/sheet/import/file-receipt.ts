import { wordedFindings } from '../../daily-report/findings/worded-findings.js';
import { placeOfField } from '../cells/field-places.js';
import { type SheetReceipt, type UnderstoodEntry } from './sheet-answers.dto.js';
import { type FileReport, type Submitted } from './submit-reading.js';

/** The receipt of a file: that of the report, with the cells of its findings and what was understood. */
export function fileReceipt(
  file: FileReport,
  { answer, isDryRun }: Submitted,
  acceptLanguage: string | undefined,
): SheetReceipt {
  const findings = wordedFindings(answer.findings, acceptLanguage).map((finding) => {
    const place = placeOfField(finding.field, file.reading);
    return { ...finding, ...(place && file.cellOf(place)) };
  });
  return { ...answer, findings, understood: understoodIn(file), ...(isDryRun && { dryRun: true }) };
}

function understoodIn(file: FileReport): UnderstoodEntry[] {
  return file.reading.understood.flatMap(({ written, understood, ...place }) => {
    const at = file.cellOf(place);
    return at ? [{ ...at, written, understood }] : [];
  });
}
