import { type ProblemEntry, words } from './problem-words.js';

/** What can stand in the way where one person proposes and another one approves. */
export const TWO_PERSON_PROBLEMS = {
  'proposal-missing': words(
    [
      'Two persons are needed',
      'Nobody has proposed this yet, or the proposal was refused or taken back.',
      'One person proposes it, another one approves it.',
    ],
    [
      'Требуются два лица',
      'Это действие ещё никем не предложено, либо предложение отклонено или отозвано.',
      'Одно лицо вносит предложение, другое его утверждает.',
    ],
  ),
  'proposal-unknown': words(
    ['There is no such proposal', 'Check the id of the proposal and the operation in the address.'],
    ['Предложение не найдено', 'Проверьте идентификатор предложения и операцию в адресе.'],
  ),
  'proposal-open': words(
    [
      'Something is proposed already',
      '{whom} has proposed something for the same matter; it stands until {until}.',
      'Approve or refuse it, or have it taken back.',
    ],
    [
      'Предложение уже внесено',
      'По этому же вопросу уже есть предложение ({whom}); оно действует до {until}.',
      'Утвердите или отклоните его либо дождитесь его отзыва.',
    ],
  ),
  'proposal-decided': words(
    [
      'The proposal is decided already',
      'It was approved, refused or taken back before, and a decision is final.',
      'Nothing was changed.',
    ],
    [
      'Решение по предложению уже принято',
      'Предложение ранее утверждено, отклонено или отозвано; решение окончательно.',
      'Данные не изменены.',
    ],
  ),
  'proposal-expired': words(
    ['The proposal has expired', 'Nobody decided on it in time.', 'It has to be proposed again.'],
    [
      'Срок действия предложения истёк',
      'Решение не было принято вовремя.',
      'Предложение необходимо внести заново.',
    ],
  ),
  'proposal-content-changed': words(
    [
      'This is not what was proposed',
      'The content is another one than that of the proposal.',
      'Nothing was changed; read the proposal again, or have it proposed anew.',
    ],
    [
      'Содержание отличается от предложенного',
      'Содержание не совпадает с внесённым предложением.',
      'Данные не изменены; прочтите предложение ещё раз или внесите его заново.',
    ],
  ),
  'proposal-outdated': words(
    [
      'Things have changed since it was proposed',
      'What the proposal builds on is not so any more.',
      'Nothing was changed; have it taken back and proposed anew.',
    ],
    [
      'С момента внесения предложения данные изменились',
      'Исходные данные предложения больше не актуальны.',
      'Данные не изменены; отзовите предложение и внесите его заново.',
    ],
  ),
  'another-person-needed': words(
    [
      'Another person is needed',
      'Nobody decides on the own proposal.',
      'Somebody else with the right to do so approves it; you may take it back.',
    ],
    [
      'Требуется другое лицо',
      'Решение по собственному предложению не принимается.',
      'Его утверждает другое уполномоченное лицо; собственное предложение можно отозвать.',
    ],
  ),
  'proposal-of-another': words(
    ['The proposal is not yours', 'It is taken back by the person who made it.', 'You may refuse it.'],
    [
      'Предложение внесено другим лицом',
      'Отозвать его может только внёсшее лицо.',
      'Предложение можно отклонить.',
    ],
  ),
  'second-person-missing': words(
    [
      'A second person is needed, and there is none',
      'No other active account of the operation may approve this.',
      'The operator of the server invites a second administrator: cli accounts invite-administrator.',
    ],
    [
      'Требуется второе лицо, но его нет',
      'В операции нет другой действующей учётной записи с правом утверждения.',
      'Второго администратора приглашает оператор сервера командой cli accounts invite-administrator.',
    ],
  ),
  'plan-not-held': words(
    [
      'No version of the plan is waiting',
      'The plan in force is the one of the file, or its changes needed nobody.',
      'Nothing has to be done.',
    ],
    [
      'Нет версии плана, ожидающей утверждения',
      'Действует план из файла, либо его изменения не требовали утверждения.',
      'Никаких действий не требуется.',
    ],
  ),
} satisfies Record<string, ProblemEntry>;
