import { runServiceProcess } from '#libs/service-host/run-service-process.js';
import { identityService } from './index.js';

await runServiceProcess(identityService);
