import { runServiceProcess } from '#libs/service-host/run-service-process.js';
import { coordinationService } from './index.js';

await runServiceProcess(coordinationService);
