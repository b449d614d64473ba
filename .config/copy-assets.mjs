/** Copies what the compiler leaves behind (templates, styles, catalogues, the broker's pom) beside the compiled code. */
import { cpSync, readdirSync, statSync } from 'node:fs';
import path from 'node:path';

const kinds = new Set(['.hbs', '.typ', '.css', '.svg', '.xml', '.json', '.sql', '.properties']);

/** @param {string} folder */
function copyFrom(folder) {
  for (const name of readdirSync(folder)) {
    const file = path.join(folder, name);
    if (statSync(file).isDirectory()) copyFrom(file);
    else if (kinds.has(path.extname(name))) cpSync(file, path.join('dist', file));
  }
}

for (const folder of ['apps', 'libs']) copyFrom(folder);
