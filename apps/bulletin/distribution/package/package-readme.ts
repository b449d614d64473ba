import { formatBulletinNumber } from '#libs/localization/bulletin-number.js';
import { createCatalogue, defineMessages } from '#libs/localization/catalogue.js';
import { type Language } from '#libs/localization/language.js';

/** What the README of a sealed package says. */
const table = defineMessages({
  text: {
    en: `Bulletin {number} of the operation {operation}, for {country}

What is in this package
  {stem}.en.html, {stem}.en.pdf     the bulletin in English
  {stem}.ru.html, {stem}.ru.pdf     the bulletin in Russian
  {stem}.json                       the bulletin as data
  {stem}.manifest.json, .jws        the signed list of these files with their hashes
  keys.json                         the published keys
  cover-sheet.*                     what is asked of your country
  SHA256SUMS                        hashes of all files of this package

How to check it
1. Whether the package arrived whole:
     sha256sum -c SHA256SUMS
2. Whether the bulletin is genuine, without a network, with the product:
     npm run cli -- verify . --keys keys.json
   or with Node or OpenSSL alone, as docs/signatures.md of the product describes.
3. The keys in this package prove nothing by themselves. Compare the key id
     {keyId}
   with the one that the Operation Coordination Unit gave to your country in
   writing, or take keys.json by another way that you trust.

How to acknowledge it
In the mailbox of the product, naming the SHA-256 of what you received:
     {hash}  {stem}.manifest.json
Where it was changed on its way, do not acknowledge it: tell the Operation
Coordination Unit.
`,
    ru: `Бюллетень {number} операции {operation}, для страны: {country}

Содержание пакета
  {stem}.en.html, {stem}.en.pdf     бюллетень на английском языке
  {stem}.ru.html, {stem}.ru.pdf     бюллетень на русском языке
  {stem}.json                       данные бюллетеня
  {stem}.manifest.json, .jws        подписанный перечень этих файлов с контрольными суммами
  keys.json                         опубликованные ключи
  cover-sheet.*                     сопроводительный лист для страны
  SHA256SUMS                        контрольные суммы всех файлов пакета

Порядок проверки
1. Целостность пакета:
     sha256sum -c SHA256SUMS
2. Подлинность бюллетеня, без доступа к сети, средствами системы:
     npm run cli -- verify . --keys keys.json --language ru
   либо только средствами Node или OpenSSL, как описано в docs/signatures.md.
3. Ключи из этого пакета сами по себе ничего не подтверждают. Идентификатор ключа
     {keyId}
   следует сверить с тем, который координационная группа операции сообщила стране
   письменно, либо получить keys.json иным заслуживающим доверия способом.

Порядок подтверждения получения
В почтовом ящике системы, с указанием SHA-256 полученного файла:
     {hash}  {stem}.manifest.json
Если файл изменён при передаче, получение не подтверждается; о расхождении
извещается координационная группа операции.
`,
  },
});

const { message } = createCatalogue(table);

/** What a README names. */
export interface ReadmeFacts {
  readonly number: number;
  readonly revision: number;
  readonly operation: string;
  readonly country: string;
  readonly stem: string;
  readonly keyId: string;
  /** Of the manifest. */
  readonly hash: string;
}

/** How to check a sealed package, for its reader. */
export function packageReadme({ number, revision, ...facts }: ReadmeFacts, language: Language): string {
  return message(language, 'text', { number: formatBulletinNumber(number, revision, language), ...facts });
}
