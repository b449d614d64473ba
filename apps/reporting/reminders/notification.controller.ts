import { Body, Controller, Get, Headers, HttpCode, Param, Post } from '@nestjs/common';
import { ApiOperation } from '@nestjs/swagger';
import { type OperationPlan } from '#libs/contracts/operation-plan/operation-plan.dto.js';
import { type Language } from '#libs/localization/language.js';
import { InAppNotifications, type KeptNotification } from '#libs/notifications/in-app-notifications.js';
import { type Recipient } from '#libs/notifications/notification.js';
import { reminderSentences } from '#libs/notifications/reminder-text.js';
import { Clock } from '#libs/observability/clock.js';
import { nameOfParty, type ActingParty } from '#libs/security/acting-party.js';
import { Allows } from '#libs/web/access/access.decorators.js';
import { Party, RequestClock } from '#libs/web/access/caller.decorators.js';
import { validateBody } from '#libs/web/body/validate-body.pipe.js';
import { Answers } from '#libs/web/openapi/answers.decorator.js';
import { ProblemError } from '#libs/web/problem.js';
import { preferredLanguage } from '#libs/web/problems/preferred-language.js';
import { OperationPlanRepository } from '../operation-plan/operation-plan.repository.js';
import { type NotificationAnswer, NotificationsAnswer, ReadRequest } from './notification.dto.js';

/** Notifications of the acting party's own unit, or of the contact point of its own country. */
@Controller('operations/:operation/notifications')
export class NotificationController {
  constructor(
    private readonly plans: OperationPlanRepository,
    private readonly notifications: InAppNotifications,
  ) {}

  @Get()
  @ApiOperation({ summary: 'The newest notifications of the own unit or contact point.' })
  @Answers({ 200: 'The notifications' }, NotificationsAnswer)
  @Allows('notification.read')
  async list(
    @Param('operation') operation: string,
    @Party() party: ActingParty,
    @Headers('accept-language') acceptLanguage: string | undefined,
  ): Promise<NotificationsAnswer> {
    const plan = await this.planOf(operation);
    const language = preferredLanguage(acceptLanguage);
    const kept = await this.notifications.of(operation, recipientOf(party));
    return {
      notifications: kept.flatMap((notification) => notificationAnswer(plan, notification, language)),
      unread: kept.filter(({ readAt }) => readAt === null).length,
    };
  }

  @Post('read')
  @ApiOperation({ summary: 'Marks notifications as read; those of others are left alone.' })
  @HttpCode(200)
  @Answers({ 200: 'The notifications as they are now' }, NotificationsAnswer)
  @Allows('notification.read')
  async read(
    @Param('operation') operation: string,
    @Body(validateBody(ReadRequest)) { ids }: ReadRequest,
    @Party() party: ActingParty,
    @RequestClock() clock: Clock,
    @Headers('accept-language') acceptLanguage: string | undefined,
  ): Promise<NotificationsAnswer> {
    await this.planOf(operation);
    const reader = { at: clock.now(), party: nameOfParty(party) };
    await this.notifications.markRead(operation, recipientOf(party), ids, reader);
    return this.list(operation, party, acceptLanguage);
  }

  private async planOf(operation: string): Promise<OperationPlan> {
    const plan = await this.plans.find(operation);
    if (!plan) throw new ProblemError(404, 'operation-unknown', { operation });
    return plan;
  }
}

function recipientOf({ unit, country = '' }: ActingParty): Recipient {
  return unit === undefined ? { role: 'contact_point', id: country } : { role: 'unit', id: unit };
}

/** Nothing for a unit that a newer version of the plan does not have. */
function notificationAnswer(
  { units, coordinationTimeZone }: OperationPlan,
  { readAt, ...kept }: KeptNotification,
  language: Language,
): NotificationAnswer[] {
  const unit = units.find(({ id }) => id === kept.unit);
  if (!unit) return [];
  const told = { unitName: unit.name, unitTimeZone: unit.timeZone, coordinationTimeZone };
  const text = reminderSentences({ ...kept, ...told }, language).join(' ');
  return [{ ...kept, ...(readAt !== null && { readAt }), text }];
}
