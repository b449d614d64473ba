/** Started by the tests to be killed: a program with a broker, as `npm run kafka` is. */
import { startLocalBroker } from './local-broker.js';

const [dataFolder] = process.argv.slice(2);
const broker = await startLocalBroker({ ...(dataFolder !== undefined && { dataFolder }) });
process.stdout.write(`${JSON.stringify({ pid: broker.pid, brokers: broker.brokers })}\n`);
await broker.waitForEnd();
