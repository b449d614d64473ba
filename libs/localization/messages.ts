import { createCatalogue } from './catalogue.js';
import { bulletinPageMessages } from './catalogues/bulletin-page.js';
import { caseMessages } from './catalogues/cases.js';
import { changeMessages } from './catalogues/changes.js';
import { coverageMessages } from './catalogues/coverage.js';
import { editionMessages } from './catalogues/editions.js';
import { figureMessages } from './catalogues/figures.js';
import { laterInformationMessages } from './catalogues/later-information.js';
import { mastheadMessages } from './catalogues/masthead.js';
import { reminderMessages } from './catalogues/reminders.js';

/** All tables of the product's documents; a key belongs to exactly one of them. */
export const MESSAGE_TABLES = [
  mastheadMessages,
  figureMessages,
  coverageMessages,
  caseMessages,
  changeMessages,
  bulletinPageMessages,
  editionMessages,
  laterInformationMessages,
  reminderMessages,
] as const;

export const MESSAGES = {
  ...mastheadMessages,
  ...figureMessages,
  ...coverageMessages,
  ...caseMessages,
  ...changeMessages,
  ...bulletinPageMessages,
  ...reminderMessages,
  ...editionMessages,
  ...laterInformationMessages,
} as const;

export type MessageKey = keyof typeof MESSAGES;

const catalogue = createCatalogue(MESSAGES);

export const MESSAGE_KEYS: readonly MessageKey[] = catalogue.keys;

/**
 * The message of that key: `message('ru', 'bulletin.number', { number: 12 })` → `№ 12`.
 * A key or place that does not exist does not compile; from untyped callers it throws RangeError.
 */
export const message = catalogue.message;

/** The names of the places of a message. */
export const messagePlaces = catalogue.places;
