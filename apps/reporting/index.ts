import { SendMail } from '#libs/notifications/send-mail.js';
import { type ServiceDefinition } from '#libs/service-host/service-definition.js';
import { DailyReport1700000000001 } from './migrations/1700000000001-daily-report.js';
import { LifeCycle1700000000002 } from './migrations/1700000000002-life-cycle.js';
import { ContactPoint1700000000003 } from './migrations/1700000000003-contact-point.js';
import { FindingAnswer1700000000004 } from './migrations/1700000000004-finding-answer.js';
import { SheetReadings1700000000005 } from './migrations/1700000000005-sheet-readings.js';
import { NominalKeys1700000000060 } from '#libs/nominal/nominal-keys.migration.js';
import { SealedReports1700000000061 } from './migrations/1700000000061-sealed-reports.js';
import { ForwardSilently } from './daily-report/life-cycle/forward-silently.js';
import { SendReminders } from './reminders/send-reminders.js';
import { ReportingModule } from './reporting.module.js';
import { reportingRights } from './table-rights.js';
import { ForgetSheetReadings } from './sheet/quota/forget-sheet-readings.js';

export {
  eraseNominalData,
  retentionStates,
  type ErasureOrder,
  type RetentionState,
} from './nominal/erase-nominal-data.js';
export { fieldPlace, type FieldPlace } from './sheet/field-place.js';

/** The reporting service. It can serve once it knows at least one Operation Plan. */
export const reportingService: ServiceDefinition = {
  name: 'reporting',
  migrations: [
    DailyReport1700000000001,
    LifeCycle1700000000002,
    ContactPoint1700000000003,
    FindingAnswer1700000000004,
    SheetReadings1700000000005,
    NominalKeys1700000000060,
    SealedReports1700000000061,
  ],
  rights: reportingRights,
  jobs: [ForwardSilently, SendReminders, ForgetSheetReadings],
  tasks: [SendMail],
  register: (runtime) => ReportingModule.register(runtime),
  notReadyBecause: async (runtime) => {
    const plans: unknown[] = await runtime.dataSource.query('select 1 from operation_plan limit 1');
    return plans.length > 0 ? undefined : 'No Operation Plan has arrived yet.';
  },
};
