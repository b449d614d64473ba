import { runServiceProcess } from '#libs/service-host/run-service-process.js';
import { warmUpReader } from '#libs/spreadsheet/warm-up/warm-up-reader.js';
import { reportingService } from './index.js';

// While the service starts: it waits for its database most of that time.
await Promise.all([warmUpReader(), runServiceProcess(reportingService)]);
