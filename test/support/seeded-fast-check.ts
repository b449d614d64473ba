/**
 * fast-check as every spec gets it: with one seed, so that a run can be repeated and a change is judged by the same cases
 * as the one before. PROPERTY_SEED=<whole number> tries others, PROPERTY_SEED=random new ones each time; a failure names
 * its seed, which belongs into the spec then.
 */
import fastCheck from '../../node_modules/fast-check/lib/fast-check.js';

const DEFAULT_SEED = 20170901;
const wanted = process.env['PROPERTY_SEED'] ?? String(DEFAULT_SEED);
if (wanted !== 'random' && !/^-?\d{1,10}$/.test(wanted))
  throw new Error(`PROPERTY_SEED must be a whole number or "random", not ${JSON.stringify(wanted)}.`);
if (wanted !== 'random') fastCheck.configureGlobal({ seed: Number(wanted) });

export default fastCheck;
export * from '../../node_modules/fast-check/lib/fast-check.js';
