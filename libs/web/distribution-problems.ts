import { type ProblemEntry, words } from './problem-words.js';

/** What can stand in the way of reading, acknowledging, refusing and sending again an issued bulletin. */
export const DISTRIBUTION_PROBLEMS = {
  'delivery-unknown': words(
    [
      'The bulletin was not sent there',
      'The bulletin No. {number}/Rev. {revision} has no entry for {country} in the distribution ledger.',
      'Only countries that take part in the operation are sent its bulletins.',
    ],
    [
      'Бюллетень не направлялся',
      'В ведомости рассылки бюллетеня № {number}/Rev.{revision} нет записи для {country}.',
      'Бюллетени направляются только странам — участницам операции.',
    ],
  ),
  'received-hash-differs': words(
    [
      'This is no file of that bulletin',
      'The bulletin No. {number}/Rev. {revision} has neither a manifest nor a file with the SHA-256 {sha256}.',
      'Nothing was acknowledged; the Operation Coordination Unit sees that another hash was named.',
      'Compare the file that you received with the bulletin, and do not rely on it until they agree.',
    ],
    [
      'Файл не относится к этому бюллетеню',
      'У бюллетеня № {number}/Rev.{revision} нет ни манифеста, ни файла с SHA-256 {sha256}.',
      'Получение не подтверждено; координационная группа операции извещена о том, что указана иная контрольная сумма.',
      'Сверьте полученный файл с бюллетенем и до устранения расхождения не полагайтесь на него.',
    ],
  ),
  'receipt-given-already': words(
    [
      'The bulletin was acknowledged already',
      'The receipt of No. {number}/Rev. {revision} was acknowledged at {at} and stays.',
      'Tell the Operation Coordination Unit what is wrong with the bulletin.',
    ],
    [
      'Получение бюллетеня уже подтверждено',
      'Получение бюллетеня № {number}/Rev.{revision} подтверждено {at}; подтверждение не отменяется.',
      'О замечаниях к бюллетеню следует сообщить в координационную группу операции.',
    ],
  ),
  'receipt-not-genuine': words(
    [
      'A receipt that is kept is not genuine',
      'A receipt of {country} for No. {number}/Rev. {revision} is not the one that was signed: {finding}.',
      'Nothing was changed. Tell the Operation Coordination Unit: somebody may have altered the database.',
    ],
    [
      'Хранящееся подтверждение не является подлинным',
      'Подтверждение {country} по бюллетеню № {number}/Rev.{revision} не соответствует подписанному: {finding}.',
      'Данные не изменены. Следует сообщить в координационную группу операции: возможно вмешательство в базу данных.',
    ],
  ),
  'receipt-signing-unavailable': words(
    [
      'The receipt cannot be kept',
      'There is no key that could sign the receipt of No. {number}/Rev. {revision} at {at}.',
      'Nothing was changed. The log says why: tell the administrator.',
    ],
    [
      'Подтверждение невозможно сохранить',
      'Нет ключа, которым можно подписать подтверждение получения бюллетеня № {number}/Rev.{revision} с отметкой времени {at}.',
      'Данные не изменены. Причина указана в журнале: сообщите администратору.',
    ],
  ),
  'channel-unknown': words(
    [
      'There is no such way to this country',
      'The bulletin No. {number}/Rev. {revision} does not go to {country} by “{channel}”.',
      'Its ways are: {known}.',
    ],
    [
      'Такого способа доставки для этой страны нет',
      'Бюллетень № {number}/Rev.{revision} не направляется стране {country} способом «{channel}».',
      'Имеющиеся способы: {known}.',
    ],
  ),
  'cover-sheet-unknown': words(
    ['There is no such file', 'A country has no file “{file}” of a bulletin.', 'Its files are: {known}.'],
    ['Такого файла нет', 'У страны нет файла бюллетеня «{file}».', 'Имеющиеся файлы: {known}.'],
  ),
} satisfies Record<string, ProblemEntry>;
