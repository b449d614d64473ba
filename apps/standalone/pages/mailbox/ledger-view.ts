import { formatBulletinNumber } from '#libs/localization/bulletin-number.js';
import { formatInstant } from '#libs/localization/dates.js';
import { type Language } from '#libs/localization/language.js';
import { problemView } from '../problem-view.js';
import { type Refusal } from '../service-refusal.js';
import { type BulletinAddress } from './distribution-api.js';
import { type Delivery, type Ledger, type Preview } from './distribution-api.types.js';
import { distributionMessage as say } from './distribution-messages.js';
import { type DistributionContext } from './mailbox-view.js';
import { warningTexts } from './warning-texts.js';

/** What the pages have in common. */
const frame = (language: Language, refusal?: Refusal) => ({
  problem: problemView(refusal),
  home: { href: `/?lang=${language}`, text: say(language, 'home') },
});

export function ledgerTitle(
  kind: 'ledger' | 'preview',
  { number, revision }: BulletinAddress,
  language: Language,
): string {
  const name = formatBulletinNumber(Number(number), Number(revision), language);
  return say(language, `${kind}.title`, { number: name });
}

/** Where the bulletin stands in each country, the rows that need attention marked. */
export function ledgerView(
  address: BulletinAddress,
  { deliveries }: Ledger,
  refusal: Refusal | undefined,
  context: DistributionContext,
): object {
  const { language } = context;
  const columns = ['country', 'state', 'ways', 'receipt', 'notice'] as const;
  return {
    ...frame(language, refusal),
    title: ledgerTitle('ledger', address, language),
    caption: say(language, 'ledger.caption'),
    columns: columns.map((key) => say(language, `column.${key}`)),
    rows: deliveries.map((delivery) => rowOf(address, delivery, context)),
    preview: [],
  };
}

function rowOf(address: BulletinAddress, delivery: Delivery, context: DistributionContext): object {
  const { language, zone, countryName } = context;
  const { country, state, channels, receipts } = delivery;
  const action = `/distribution/${address.operation}/${address.number}/${address.revision}/${country}`;
  return {
    country: countryName(country),
    state: say(language, `state.${state}`),
    ways: channels.map(({ channel, state: way, lastError = '' }) => ({
      text: `${say(language, `channel.${channel}`)}: ${say(language, `state.${way}`)}`,
      error: lastError,
    })),
    receipts: receipts.map(({ kind, at, sha256, reason }) => ({
      text: `${say(language, `state.${kind}`)}, ${formatInstant(at, zone, language)}`,
      of: sha256 ?? reason ?? '',
    })),
    warnings: warningTexts(delivery, language),
    again: channels
      .filter(({ channel, state: way }) => way === 'undeliverable' && channel !== 'package')
      .map(({ channel }) => ({
        action: `${action}/send-again?lang=${language}`,
        channel,
        text: say(language, 'ledger.again', { channel: say(language, `channel.${channel}`) }),
      })),
    carried: channels.some(({ channel, state: way }) => channel === 'package' && way === 'queued')
      ? {
          action: `${action}/carried?lang=${language}`,
          id: `note-${country}`,
          label: say(language, 'ledger.carried_note'),
          text: say(language, 'ledger.carried'),
        }
      : null,
  };
}

/** What each country will get of a draft. */
export function previewView(
  address: BulletinAddress,
  { countries }: Preview,
  { language, countryName }: DistributionContext,
): object {
  const { operation, number, revision } = address;
  const api = `/api/bulletin/operations/${operation}/bulletins/${number}/revisions/${revision}/distribution/countries`;
  const columns = ['country', 'ways', 'asked', 'sheet'] as const;
  return {
    ...frame(language),
    title: ledgerTitle('preview', address, language),
    caption: say(language, 'preview.caption'),
    columns: columns.map((key) => say(language, `column.${key}`)),
    rows: [],
    preview: countries.map(({ country, channels, mailboxes, asked }) => ({
      country: countryName(country),
      ways: channels.map((channel) => say(language, `channel.${channel}`)).join(', '),
      mailboxes: mailboxes.join(', '),
      asked: [
        say(language, 'asked.awaited', { count: asked.awaitedUnits.length }),
        say(language, 'asked.laboratory', { count: asked.laboratoryResults }),
        say(language, 'asked.cases', { count: asked.cases }),
        say(language, 'asked.notes', { count: asked.notes }),
      ],
      sheets: (['en', 'ru'] as const).map((of) => ({
        href: `${api}/${country}/files/cover-sheet.${of}.html`,
        language: of,
        text: say(language, `file.${of}_html`),
      })),
    })),
  };
}
