import { type ProblemEntry, words } from './problem-words.js';

/** What becomes of requests for nominal data. */
export const NOMINAL_PROBLEMS = {
  'nominal-data-erased': words(
    [
      'The nominal data was erased',
      'The keys of the operation {operation} were destroyed at the end of retention; figures and hashes stay.',
      'Nothing more can be entered in it, and bytes as received cannot be given back.',
    ],
    [
      'Номинативные данные уничтожены',
      'Ключи операции {operation} уничтожены по истечении срока хранения; показатели и хэш-суммы сохранены.',
      'Внести новые данные или получить исходные файлы невозможно.',
    ],
  ),
} as const satisfies Readonly<Record<string, ProblemEntry>>;
