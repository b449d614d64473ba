import { type ProblemEntry, words } from './problem-words.js';

/** What can stand in the way of answering and closing a finding. */
export const FINDING_PROBLEMS = {
  'finding-unknown': words(
    [
      'The finding is not there',
      'The newest report of {unit} for {day} has no finding “{finding}”.',
      'Read the findings again: a new revision may have settled it.',
    ],
    [
      'Замечание не найдено',
      'В последней редакции отчёта группы {unit} за {day} нет замечания «{finding}».',
      'Получите перечень замечаний заново: вопрос мог быть снят новой редакцией.',
    ],
  ),
  'finding-closed': words(
    [
      'The finding is closed',
      'It was closed by the contact point or the Operation Coordination Unit.',
      'Nothing more is asked. To change the data, send a revision of the report.',
    ],
    [
      'Замечание закрыто',
      'Его закрыл контактный пункт или координационная группа операции.',
      'Ответ больше не требуется. Чтобы изменить данные, направьте новую редакцию отчёта.',
    ],
  ),
} satisfies Record<string, ProblemEntry>;
