import { runServiceProcess } from '#libs/service-host/run-service-process.js';
import { bulletinService } from './index.js';

await runServiceProcess(bulletinService);
