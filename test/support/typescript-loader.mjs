/** `node --import ./test/support/typescript-loader.mjs file.ts` runs a TypeScript source of the project. */
import { register } from 'node:module';

register('./typescript-hooks.mjs', import.meta.url);
