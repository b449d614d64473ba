import { type NotificationKind, type Recipient } from '#libs/notifications/notification.js';
import { type UnitStanding } from '../contact-point/country-day.records.js';

/** Who is to be reminded of a unit's report, and of what. */
export interface DueReminder {
  readonly role: Recipient['role'];
  readonly kind: NotificationKind;
  /** What was taken back deliberately is asked for once, not at every moment. */
  readonly once: boolean;
}

type Standing = Pick<UnitStanding, 'state' | 'kind' | 'forwardedRevision'>;

/**
 * The unit where it has not reported, the contact point where it has not forwarded; nobody once a report of the day has
 * gone to the OCU: a correction that waits has no cut-off.
 * @param standing undefined where there is no report
 */
export function whomToRemind(standing: Standing | undefined): DueReminder | undefined {
  if (!standing) return { role: 'unit', kind: 'report_missing', once: false };
  const { state, kind, forwardedRevision } = standing;
  const isWaiting = state === 'submitted' || state === 'held';
  if (forwardedRevision !== null)
    return kind === 'void' && !isWaiting ? { role: 'unit', kind: 'report_missing', once: true } : undefined;
  if (isWaiting) return { role: 'contact_point', kind: 'report_not_forwarded', once: false };
  if (state === 'returned') return { role: 'unit', kind: 'report_returned', once: false };
  return { role: 'unit', kind: 'report_missing', once: true };
}
