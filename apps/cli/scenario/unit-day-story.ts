import { addDays } from '#libs/reference/operation-day.js';
import { type Deviation } from './deviations.js';
import { LIFE_CYCLE_STORIES } from './life-cycle-stories.js';
import { minutesMs } from './local-instants.js';
import { revise, voidOf, withoutDetention, type ChangeKind } from './revised-content.js';
import { type Basis } from './step-list.js';
import { correction, FORWARD, ordinary, SEND, storyOf, type Story, type StoryContext } from './story.js';
import { SUPPLEMENT_STORIES } from './supplement-stories.js';
import { reportLanguage } from './unit-languages.js';

const CHANGE_KINDS: readonly ChangeKind[] = [
  'identifier',
  'classification',
  'data_entry',
  'late_information',
];

function returned(story: Story, againMs: number): void {
  const { desk, day, content, sentMs, random } = story;
  const next = revise(content, 'identifier', random);
  desk.submit(sentMs, '1', content, { about: SEND });
  desk.return(sentMs + minutesMs(20), day, 1, reportLanguage(desk.unit.country));
  desk.submit(againMs, '2', next, {
    basis: { basedOn: 1, reason: 'returned' },
    about: 'put right after the return',
  });
  desk.forward(againMs + minutesMs(25), day, 2, FORWARD);
}

/** The report goes out under the day before; later it is taken back and sent for its own day. */
function wrongDay(story: Story, backMs: number, ownMs: number): void {
  const { desk, day, content, sentMs } = story;
  const wrong = addDays(day, -1);
  desk.submit(sentMs, '1', { ...content, operationDay: wrong }, { about: 'sent for the wrong day' });
  desk.forward(sentMs + minutesMs(25), wrong, 1, 'wrong day not noticed');
  const basis: Basis = { basedOn: 1, reason: 'wrong_day' };
  desk.submit(backMs, '2', voidOf(content, wrong), { basis, about: 'taken back: wrong day' });
  desk.forward(backMs + minutesMs(10), wrong, 2, 'void forwarded');
  desk.submit(ownMs, '1', content, { about: 'sent for its own day' });
  desk.forward(ownMs + minutesMs(15), day, 1, FORWARD);
}

function wrongDayThenFound(story: Story): void {
  const { desk, afterMs, displaced } = story;
  wrongDay(story, afterMs, afterMs + minutesMs(30));
  if (!displaced) return;
  const basis: Basis = { basedOn: 2, reason: 'late_information' };
  const foundMs = afterMs + minutesMs(26 * 60);
  desk.submit(foundMs, '3', displaced, { basis, about: 'the report that the wrong one displaced' });
  desk.forward(foundMs + minutesMs(40), displaced.operationDay, 3, FORWARD);
}

function withdrawnDetention(story: Story): void {
  ordinary(story);
  const basis: Basis = { basedOn: 1, reason: 'classification', reasonText: 'document presented' };
  const { desk, day, afterMs } = story;
  desk.submit(afterMs, '2', withoutDetention(story.content), { basis, about: 'detention withdrawn' });
  desk.forward(afterMs + minutesMs(30), day, 2, 'correction forwarded');
}

function forwardedAt(story: Story, forwardMs: number, about: string): void {
  ordinary({ ...story, forwardMs }, about);
}

function sentAt(story: Story, forwardMs: number): void {
  ordinary({ ...story, sentMs: forwardMs - minutesMs(30), forwardMs });
}

const TELL: Readonly<Record<Deviation, (story: Story) => void>> = {
  late: (story) => forwardedAt(story, story.lateMs, 'forwarded after the cut-off, before closing'),
  'forwarded-after-closing': (story) => forwardedAt(story, story.afterMs, 'forwarded after closing'),
  'sent-after-closing': (story) => sentAt(story, story.afterMs),
  // After the closing of the following day too.
  'sent-days-later': (story) => sentAt(story, story.afterMs + minutesMs(26 * 60)),
  'never-sent': () => undefined,
  'returned-in-time': (story) => returned(story, story.sentMs + minutesMs(60)),
  'returned-at-closing': (story) => returned(story, story.afterMs),
  'corrected-before-closing': (story) => {
    ordinary({ ...story, forwardMs: story.sentMs + minutesMs(20) });
    correction(story, story.sentMs + minutesMs(50), 2, story.random.pick(CHANGE_KINDS));
  },
  'corrected-after-closing': (story) => {
    ordinary(story);
    correction(
      story,
      story.afterMs + minutesMs(story.random.int(0, 40 * 60)),
      2,
      story.random.pick(CHANGE_KINDS),
    );
  },
  'corrected-twice': (story) => {
    ordinary(story);
    const second = correction(story, story.afterMs, 2, 'late_information');
    correction(story, story.afterMs + minutesMs(25 * 60), 3, 'data_entry', second);
  },
  'counted-down': (story) => {
    ordinary(story);
    correction(story, story.afterMs, 2, 'recount');
  },
  'sent-twice': (story) => {
    ordinary(story);
    const again = { expect: 200, about: 'the same submission again' };
    story.desk.submit(story.sentMs + minutesMs(1), '1', story.content, again);
    story.desk.submit(story.afterMs, '1', story.content, again);
  },
  'sent-again-under-new-id': (story) => {
    ordinary(story);
    const about = 'the same content under a new id';
    story.desk.submit(story.sentMs + minutesMs(4), 'again', story.content, { expect: 200, about });
  },
  'id-used-twice': (story) => {
    ordinary(story);
    const other = revise(story.content, 'late_information', story.random);
    story.desk.submit(story.sentMs + minutesMs(4), '1', other, {
      expect: 409,
      about: 'an id with other content',
    });
  },
  'changed-without-basis': (story) => {
    ordinary(story);
    const other = revise(story.content, 'late_information', story.random);
    story.desk.submit(story.afterMs, 'no-basis', other, {
      expect: 409,
      about: 'a change that names no basis',
    });
  },
  'outdated-basis': (story) => {
    ordinary(story);
    const second = correction(story, story.afterMs, 2, 'late_information');
    const other = revise(second, 'data_entry', story.random);
    const basis: Basis = { basedOn: 1, reason: 'data_entry' };
    const about = 'a change of a revision that is not the newest';
    story.desk.submit(story.afterMs + minutesMs(120), 'outdated', other, { basis, expect: 409, about });
  },
  'forwarded-twice': (story) => {
    ordinary(story);
    story.desk.forward(story.afterMs, story.day, 1, 'forwarded again: the first answer again');
  },
  'wrong-day': (story) => wrongDay(story, story.afterMs, story.afterMs + minutesMs(30)),
  'wrong-day-same-night': (story) =>
    wrongDay(story, story.sentMs + minutesMs(50), story.sentMs + minutesMs(65)),
  'wrong-day-then-found': wrongDayThenFound,
  'withdrawn-detention': withdrawnDetention,
  ...LIFE_CYCLE_STORIES,
  ...SUPPLEMENT_STORIES,
};

/** Adds the requests of one unit-day. */
export function tellUnitDay(context: StoryContext, deviation: Deviation | undefined): void {
  const story = storyOf(context);
  if (deviation === undefined) ordinary(story);
  else TELL[deviation](story);
}
