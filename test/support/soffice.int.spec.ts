import { expect, it } from '@jest/globals';
import { convertWithSoffice, describeSoffice } from './soffice.js';

describeSoffice('LibreOffice in tests', () => {
  it('saves a sheet as a workbook and the workbook as a sheet again, texts of both languages unharmed', async () => {
    const csv = Buffer.from('number,goods\nTCLU 482913-6,"ангидрид уксусный, 99 %"\n');

    const workbook = await convertWithSoffice(csv, { from: 'csv', to: 'xlsx' });
    expect(workbook.subarray(0, 4)).toEqual(Buffer.from('PK\u0003\u0004'));

    const again = await convertWithSoffice(workbook, { from: 'xlsx', to: 'csv' });
    expect(again.toString()).toBe(csv.toString());
  });

  it('says so when LibreOffice cannot make anything of a file, and converts the next one', async () => {
    await expect(
      convertWithSoffice(Buffer.from('PK\u0003\u0004broken'), { from: 'xlsx', to: 'ods' }),
    ).rejects.toThrow('did not convert');
    const next = await convertWithSoffice(Buffer.from('a\n'), { from: 'csv', to: 'ods' });
    expect(next.subarray(30, 38).toString()).toBe('mimetype');
  });
});
