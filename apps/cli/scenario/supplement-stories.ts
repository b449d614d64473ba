import { type DailyReportContent } from '#libs/contracts/daily-report/daily-report-content.dto.js';
import { type Deviation } from './deviations.js';
import { minutesMs } from './local-instants.js';
import { revise, withoutWithholding } from './revised-content.js';
import { type Basis } from './step-list.js';
import { correction, ordinary, type Story } from './story.js';

const SUPPLEMENT: Basis = { basedOn: 1, reason: 'late_information', change: 'supplement' };

/** The day's report once more with what is added to it. */
function supplement({ desk, day }: Story, ms: number, content: DailyReportContent, about: string): void {
  desk.submit(ms, '2', content, { basis: SUPPLEMENT, about });
  desk.forward(ms + minutesMs(35), day, 2, 'supplement forwarded');
}

function supplemented(story: Story): DailyReportContent {
  const more = revise(story.content, 'late_information', story.random);
  ordinary(story);
  supplement(story, story.afterMs, more, 'a further line of the day');
  return more;
}

/** What is added to a day that was reported, which is not the same as putting it right. */
export const SUPPLEMENT_STORIES = {
  supplemented: (story) => void supplemented(story),
  'supplemented-and-corrected': (story) => {
    const more = supplemented(story);
    correction(story, story.afterMs + minutesMs(120), 3, 'data_entry', more);
  },
  lifted: (story) => {
    ordinary(story);
    const about = 'what was withheld may be told';
    supplement(story, story.afterMs + minutesMs(50 * 60), withoutWithholding(story.content), about);
  },
} as const satisfies Partial<Record<Deviation, (story: Story) => void>>;
