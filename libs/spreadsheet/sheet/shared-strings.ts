import { type Archive } from '../archive/archive.js';
import { readXml } from '../package/read-xml.js';
import { TextCollector } from './string-text.js';

/** Texts that cells refer to by their index; undefined stands for one that is too long. */
export type SharedStrings = readonly (string | undefined)[];

/** Reads all texts, rich ones without their formats and without phonetic readings. @throws WorkbookRefusedError */
export async function readSharedStrings(
  archive: Archive,
  part: string,
  maxLength: number,
): Promise<SharedStrings> {
  const strings: (string | undefined)[] = [];
  const collector = new TextCollector(maxLength);
  let isText = false;
  let isPhonetic = false;
  await readXml(archive, part, {
    open(name) {
      if (name === 'rPh') isPhonetic = true;
      isText = name === 't' && !isPhonetic;
    },
    text(text) {
      if (isText) collector.add(text);
    },
    close(name) {
      if (name === 't') isText = false;
      if (name === 'rPh') isPhonetic = false;
      if (name === 'si') strings.push(collector.take());
    },
  });
  return strings;
}
