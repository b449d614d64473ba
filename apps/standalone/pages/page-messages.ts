import { createCatalogue, defineMessages } from '#libs/localization/catalogue.js';

/** Texts of the pages. */
const table = defineMessages({
  'page.product': { en: 'Caravanserai', ru: 'Caravanserai' },
  'page.skip': { en: 'Skip to the content', ru: 'Перейти к содержанию' },
  'page.other_language': { en: 'Русский', ru: 'English' },
  'page.account': { en: 'My account: {name}', ru: 'Моя учётная запись: {name}' },
  'page.sign_out': { en: 'Sign out', ru: 'Выйти' },
  'page.home': { en: 'Home page', ru: 'Главная страница' },
  'home.title': { en: 'Operations', ru: 'Операции' },
  'home.lead': {
    en: 'Caravanserai coordinates multilateral customs operations: Port Control Units send daily reports, the Operation Coordination Unit consolidates each day, and a daily bulletin is issued in English and Russian.',
    ru: 'Caravanserai — система координации многосторонних таможенных операций: группы портового контроля направляют ежедневные отчёты, координационная группа операции сводит данные за день, ежедневный бюллетень издаётся на английском и русском языках.',
  },
  'party.as.ocu_head': {
    en: 'head of the Operation Coordination Unit',
    ru: 'руководитель координационной группы операции',
  },
  'party.as.ocu_analyst': {
    en: 'analyst of the Operation Coordination Unit',
    ru: 'аналитик координационной группы операции',
  },
  'party.as.contact_point': {
    en: 'national contact point, {name}',
    ru: 'национальный контактный пункт, {name}',
  },
  'party.as.pcu_officer': { en: 'Port Control Unit, {name}', ru: 'группа портового контроля, {name}' },
  'party.as.participant': {
    en: 'participant (read only), {name}',
    ru: 'страна-участница (только просмотр), {name}',
  },
  'party.as.administrator': { en: 'administrator', ru: 'администратор' },
  'operation.role': { en: 'Your role', ru: 'Ваша роль' },
  'operation.period': { en: 'Period', ru: 'Период' },
  'operation.countries': { en: 'Countries ({count})', ru: 'Страны ({count})' },
  'operation.units': { en: 'Port Control Units', ru: 'Группы портового контроля' },
  'operation.none_own': {
    en: 'You have no role in an operation. Ask your administrator.',
    ru: 'Роль в операции вам не назначена. Обратитесь к администратору.',
  },
  'operation.board': { en: 'Coverage by unit and day', ru: 'Полнота сведений по группам и дням' },
  'coverage.heading': { en: 'Coverage of the newest days', ru: 'Полнота сведений за последние дни' },
  'coverage.caption': {
    en: 'Number of units by the state of their report',
    ru: 'Число групп по состоянию отчёта',
  },
  'coverage.state': { en: 'State of the report', ru: 'Состояние отчёта' },
  'coverage.unit': { en: 'Unit', ru: 'Группа' },
  'coverage.nothing_yet': {
    en: 'No report has arrived yet. The API description of daily reports says how to send one.',
    ru: 'Отчёты ещё не поступали. Порядок их представления приведён в описании API ежедневных отчётов.',
  },
  'bulletins.heading': { en: 'Bulletins', ru: 'Бюллетени' },
  'bulletins.none': {
    en: 'No bulletin has been issued yet. A draft is made as soon as an operation day is closed.',
    ru: 'Бюллетени ещё не издавались. Проект бюллетеня появляется после закрытия отчётного дня.',
  },
  'bulletins.draft': { en: 'Draft', ru: 'Проект' },
  'bulletins.issued': { en: 'Issued {instant}', ru: 'Издан {instant}' },
  'bulletins.file.en_html': { en: 'English', ru: 'на английском' },
  'bulletins.file.ru_html': { en: 'Russian', ru: 'на русском' },
  'bulletins.file.en_pdf': { en: 'English, PDF', ru: 'на английском, PDF' },
  'bulletins.file.ru_pdf': { en: 'Russian, PDF', ru: 'на русском, PDF' },
  'bulletins.file.json': { en: 'Data, JSON', ru: 'данные, JSON' },
  'bulletins.file.manifest': { en: 'Manifest', ru: 'манифест' },
  'bulletins.file.signature': { en: 'Signature', ru: 'подпись' },
  'api.heading': { en: 'For programs', ru: 'Для программ' },
  'api.reporting': { en: 'Daily reports', ru: 'Ежедневные отчёты' },
  'api.coordination': { en: 'Operations and operation days', ru: 'Операции и отчётные дни' },
  'api.bulletin': { en: 'Bulletins', ru: 'Бюллетени' },
  'api.identity': { en: 'Accounts and sign-in', ru: 'Учётные записи и вход' },
  'api.docs': { en: 'API description', ru: 'описание API' },
  'board.title': { en: 'Coverage: {operation}', ru: 'Полнота сведений: {operation}' },
  'board.caption': {
    en: 'State of the daily report of each unit on each operation day',
    ru: 'Состояние ежедневного отчёта каждой группы за каждый отчётный день',
  },
  'board.missing': { en: 'missing: the day is closed', ru: 'отчёт не поступил, день закрыт' },
  'own.heading': { en: 'Own reports of the last days', ru: 'Собственные отчёты за последние дни' },
  'own.unavailable': {
    en: 'They cannot be shown now. Please try again later.',
    ru: 'Сейчас показать их невозможно. Повторите попытку позже.',
  },
  'own.none': { en: 'nothing sent', ru: 'отчёт не направлялся' },
  'own.missing': { en: 'missing: the day is closed', ru: 'отчёт не поступил, день закрыт' },
  'board.legend': { en: 'Legend', ru: 'Условные обозначения' },
  'board.received': { en: 'Received, of those expected', ru: 'Поступило из числа ожидаемых' },
  'refusal.status': { en: 'Code {status}', ru: 'Код {status}' },
});

export type PageMessageKey = keyof typeof table;

export const pageCatalogue = createCatalogue(table);

/** A page text in the language of the reader. */
export const pageMessage = pageCatalogue.message;
