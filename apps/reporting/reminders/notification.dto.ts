import { ArrayMaxSize, ArrayMinSize, IsArray, IsIn, IsInt, IsString, Matches, Min } from 'class-validator';
import { IsCalendarDay } from '#libs/contracts/is-calendar-day.js';
import { NestedList } from '#libs/contracts/nested.js';
import { Optional } from '#libs/contracts/optional.js';
import { INSTANT_PATTERN, UNIT_PATTERN, UUID_PATTERN } from '#libs/contracts/shapes.js';
import { NOTIFICATION_KINDS, type NotificationKind } from '#libs/notifications/notification.js';

const MAX_NOTIFICATIONS = 200;

/** A notification in the reader's language. */
export class NotificationAnswer {
  @Matches(UUID_PATTERN) id!: string;
  @IsCalendarDay() operationDay!: string;
  @Matches(UNIT_PATTERN) unit!: string;
  @IsIn(NOTIFICATION_KINDS) kind!: NotificationKind;
  @Matches(INSTANT_PATTERN) cutOff!: string;
  @Matches(INSTANT_PATTERN) createdAt!: string;
  /** Absent: nobody has read it. */
  @Optional() @Matches(INSTANT_PATTERN) readAt?: string;
  @IsString() text!: string;
}

/** The newest notifications of the acting party's unit or contact point, newest first. */
export class NotificationsAnswer {
  @NestedList(() => NotificationAnswer, { max: MAX_NOTIFICATIONS }) notifications!: NotificationAnswer[];
  @IsInt() @Min(0) unread!: number;
}

/** Which notifications were read. */
export class ReadRequest {
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(MAX_NOTIFICATIONS)
  @Matches(UUID_PATTERN, { each: true })
  ids!: string[];
}
