import { formatBulletinNumber } from '#libs/localization/bulletin-number.js';
import { formatDay, formatInstant } from '#libs/localization/dates.js';
import { type Language } from '#libs/localization/language.js';
import { problemView } from '../problem-view.js';
import { type Refusal } from '../service-refusal.js';
import { type BulletinAddress } from './distribution-api.js';
import { type CountryDelivery, type Mailbox } from './distribution-api.types.js';
import { distributionMessage as say } from './distribution-messages.js';
import { warningTexts } from './warning-texts.js';

/** What every page about distribution needs to know. */
export interface DistributionContext {
  readonly language: Language;
  /** Zone of the Operation Coordination Unit. */
  readonly zone: string;
  readonly countryName: (code: string) => string;
}

/** The list of a country's mailbox. */
export function mailboxView(
  operation: string,
  country: string,
  { entries }: Mailbox,
  { language, zone, countryName }: DistributionContext,
): object {
  return {
    title: say(language, 'mailbox.title', { country: countryName(country) }),
    caption: say(language, 'mailbox.caption'),
    empty: entries.length === 0 ? say(language, 'mailbox.empty') : '',
    columns: (['bulletin', 'day', 'state', 'until'] as const).map((key) => say(language, `column.${key}`)),
    rows: entries.map((entry) => ({
      href: `/mailbox/${operation}/${entry.number}/${entry.revision}?lang=${language}`,
      number: formatBulletinNumber(entry.number, entry.revision, language),
      day: formatDay(entry.operationDay, language),
      state: say(language, `state.${entry.state}`),
      superseded: entry.superseded ? say(language, 'superseded') : '',
      until: formatInstant(entry.acknowledgeBy, zone, language),
    })),
    home: { href: `/?lang=${language}`, text: say(language, 'home') },
  };
}

/** One bulletin in a country's mailbox. */
export function deliveryView(
  address: BulletinAddress & { readonly country: string; readonly manifestHash: string },
  { delivery, steps }: CountryDelivery,
  refusal: Refusal | undefined,
  context: DistributionContext,
): object {
  const { language, zone, countryName } = context;
  const { operation, number, revision, country, manifestHash } = address;
  const page = `/mailbox/${operation}/${number}/${revision}`;
  const isFinal = delivery.state === 'acknowledged';
  return {
    problem: problemView(refusal),
    title: titleOf(address, country, context),
    state: say(language, `state.${delivery.state}`),
    until: `${say(language, 'column.until')}: ${formatInstant(delivery.acknowledgeBy, zone, language)}`,
    warnings: warningTexts(delivery, language),
    files: { heading: say(language, 'bulletin.files'), links: filesOf(address, language) },
    acknowledge: isFinal
      ? null
      : {
          action: `${page}/acknowledge?lang=${language}`,
          heading: say(language, 'acknowledge.heading'),
          label: say(language, 'acknowledge.hash'),
          hash: manifestHash,
          submit: say(language, 'acknowledge.submit'),
        },
    refuse:
      isFinal || delivery.state === 'refused'
        ? null
        : {
            action: `${page}/refuse?lang=${language}`,
            heading: say(language, 'refuse.heading'),
            label: say(language, 'refuse.reason'),
            submit: say(language, 'refuse.submit'),
          },
    steps: {
      heading: say(language, 'steps.heading'),
      items: steps.map(({ step, channel, at, by, detail }) => {
        const [role = '', of] = by.split(':');
        const who = of === undefined ? role : countryName(of);
        const what = [
          say(language, `step.${step}`),
          ...(channel ? [say(language, `channel.${channel}`)] : []),
          ...(detail === undefined ? [] : [detail]),
        ].join(', ');
        return { at: formatInstant(at, zone, language), what, who: of === undefined ? '' : who };
      }),
    },
    back: { href: `/mailbox/${operation}?lang=${language}`, text: say(language, 'back') },
  };
}

/** `Bulletin No. 5: Uzbekistan`. */
export function titleOf(
  { number, revision }: BulletinAddress,
  country: string,
  { language, countryName }: DistributionContext,
): string {
  const name = formatBulletinNumber(Number(number), Number(revision), language);
  return say(language, 'bulletin.title', { number: name, country: countryName(country) });
}

const FILES = [
  ['bulletin.en.html', 'en_html'],
  ['bulletin.en.pdf', 'en_pdf'],
  ['bulletin.ru.html', 'ru_html'],
  ['bulletin.ru.pdf', 'ru_pdf'],
] as const;

function filesOf(
  { operation, number, revision, country }: BulletinAddress & { readonly country: string },
  language: Language,
): { readonly href: string; readonly text: string }[] {
  const bulletin = `/api/bulletin/operations/${operation}/bulletins/${number}/revisions/${revision}`;
  const own = `${bulletin}/distribution/countries/${country}/files`;
  return [
    { href: `${own}/cover-sheet.${language}.html`, text: say(language, 'file.sheet') },
    { href: `${own}/cover-sheet.${language}.pdf`, text: say(language, 'file.sheet_pdf') },
    ...FILES.map(([file, key]) => ({
      href: `${bulletin}/files/${file}`,
      text: say(language, `file.${key}`),
    })),
    { href: `${own}/package.zip`, text: say(language, 'file.package') },
  ];
}
