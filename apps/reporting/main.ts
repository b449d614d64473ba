import { runServiceProcess } from '#libs/service-host/run-service-process.js';
import { reportingService } from './index.js';

await runServiceProcess(reportingService);
