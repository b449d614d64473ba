import { Injectable } from '@nestjs/common';
import {
  type OperationPlan,
  type PlanUnit,
  type ReminderRule,
} from '#libs/contracts/operation-plan/operation-plan.dto.js';
import { type ServiceJob } from '#libs/jobs/service-job.js';
import { NotificationPort, type Notification } from '#libs/notifications/notification.js';
import { UnitOfWork } from '#libs/persistence/unit-of-work.js';
import { addDays, cutOffOf, daysFromTo, localDayOf } from '#libs/reference/operation-day.js';
import { CountryDayRepository } from '../contact-point/country-day.repository.js';
import { OperationPlanRepository } from '../operation-plan/operation-plan.repository.js';
import { dueMoment } from './reminder-moment.domain.js';
import { whomToRemind, type DueReminder } from './whom-to-remind.domain.js';

/** Rules reach two days from the cut-off, which is on the day after, and a late reminder a day further. */
const DAYS_AROUND = 4;

interface DueDay {
  readonly plan: OperationPlan;
  readonly day: string;
  readonly cutOff: string;
  readonly moment: string;
}

/**
 * Reminds units of reports that are missing and contact points of reports that wait, around the cut-off as the Plan
 * says. Each recipient is reminded of a unit, day and moment once.
 */
@Injectable()
export class SendReminders implements ServiceJob {
  readonly name = 'reminders';

  constructor(
    private readonly plans: OperationPlanRepository,
    private readonly days: CountryDayRepository,
    private readonly unitOfWork: UnitOfWork,
    private readonly notifications: NotificationPort,
  ) {}

  async run(now: string): Promise<void> {
    for (const plan of await this.plans.all())
      if (plan.reminders) for (const due of dueDays(plan, plan.reminders, now)) await this.remind(due, now);
  }

  private async remind(due: DueDay, now: string): Promise<void> {
    const { plan, day } = due;
    const expected = plan.units.filter(({ closedDays = [] }) => !closedDays.includes(day));
    const standings = await this.days.standings(
      { operation: plan.code, operationDay: day },
      expected.map(({ id }) => id),
    );
    for (const unit of expected) {
      const reminder = whomToRemind(standings.get(unit.id));
      if (!reminder) continue;
      const notification = notificationOf(due, unit, reminder, now);
      await this.unitOfWork.run((manager) => this.notifications.send(manager, notification));
    }
  }
}

function dueDays(plan: OperationPlan, rule: ReminderRule, now: string): DueDay[] {
  const today = localDayOf(now, plan.coordinationTimeZone);
  return daysFromTo(addDays(today, -DAYS_AROUND), addDays(today, DAYS_AROUND))
    .filter((day) => day >= plan.firstDay && day <= plan.lastDay)
    .flatMap((day) => {
      const cutOff = cutOffOf(plan, day);
      const moment = dueMoment(rule, cutOff, now);
      return moment === undefined ? [] : [{ plan, day, cutOff, moment }];
    });
}

function notificationOf(
  { plan, day, cutOff, moment }: DueDay,
  unit: PlanUnit,
  { role, kind, once }: DueReminder,
  now: string,
): Notification {
  const contactPoint = plan.countries.find(({ code }) => code === unit.country)?.contactPoint;
  const email = role === 'unit' ? unit.email : contactPoint?.email;
  return {
    ...{ operation: plan.code, operationDay: day, unit: unit.id, unitName: unit.name },
    recipient: { role, id: role === 'unit' ? unit.id : unit.country },
    ...(email !== undefined && { email }),
    ...{ kind, moment, once, cutOff, createdAt: now },
    unitTimeZone: unit.timeZone,
    coordinationTimeZone: plan.coordinationTimeZone,
  };
}
