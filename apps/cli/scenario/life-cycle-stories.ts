import { type Deviation } from './deviations.js';
import { minutesMs } from './local-instants.js';
import { revise } from './revised-content.js';
import { correction, FORWARD, ordinary, SEND, type Story } from './story.js';
import { type Basis } from './step-list.js';
import { reportLanguage } from './unit-languages.js';

/** Sends the report, which the contact point does not forward at once. */
function held({ desk, day, content, sentMs }: Story): void {
  desk.submit(sentMs, '1', content, { about: SEND });
  desk.hold(sentMs + minutesMs(15), day, 1);
}

function heldThenReturned(story: Story): void {
  const { desk, day, sentMs, content, random } = story;
  held(story);
  desk.return(sentMs + minutesMs(30), day, 1, reportLanguage(desk.unit.country));
  const next = revise(content, 'identifier', random);
  const basis: Basis = { basedOn: 1, reason: 'returned' };
  desk.submit(sentMs + minutesMs(60), '2', next, { basis, about: 'put right after the return' });
  desk.forward(sentMs + minutesMs(80), day, 2, FORWARD);
}

/** The officer sees a mistake, takes the report back and sends it anew. */
function withdrawn({ desk, day, content, sentMs, random }: Story, againMs: number): void {
  desk.submit(sentMs, '1', content, { about: SEND });
  desk.withdraw(sentMs + minutesMs(9), day, 1);
  const basis: Basis = { basedOn: 1, reason: 'data_entry' };
  const next = revise(content, 'data_entry', random);
  desk.submit(againMs, '2', next, { basis, about: 'sent anew after it was taken back' });
  desk.forward(againMs + minutesMs(20), day, 2, FORWARD);
}

function queried(story: Story): void {
  ordinary(story);
  story.desk.query(story.afterMs, story.day, 1);
}

/** What becomes of a report between unit, contact point and OCU beside being returned. */
export const LIFE_CYCLE_STORIES = {
  'held-then-forwarded': (story) => {
    held(story);
    story.desk.forward(story.lateMs, story.day, 1, 'forwarded after it was held');
  },
  'held-at-closing': (story) => {
    held(story);
    story.desk.forward(story.afterMs, story.day, 1, 'forwarded after it was held, after closing');
  },
  'held-then-returned': heldThenReturned,
  'withdrawn-then-sent-again': (story) => withdrawn(story, story.sentMs + minutesMs(25)),
  'withdrawn-at-closing': (story) => withdrawn(story, story.afterMs),
  'queried-and-answered': (story) => {
    queried(story);
    story.desk.answer(story.afterMs + minutesMs(90), story.day, 1);
  },
  'queried-then-corrected': (story) => {
    queried(story);
    correction(story, story.afterMs + minutesMs(60), 2, 'classification');
  },
} as const satisfies Partial<Record<Deviation, (story: Story) => void>>;
