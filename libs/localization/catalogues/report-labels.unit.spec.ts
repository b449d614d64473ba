import { describe, expect, it } from '@jest/globals';
import { LABELS, labelOf } from '../labels.js';
import { REPORT_LABELS } from './report-labels.js';

/** Every label as it is printed: set, code, English, Russian. */
const PRINTED = [
  ['coverage_status', 'not_expected', 'not expected', 'отчёт не предусмотрен'],
  ['coverage_status', 'not_due', 'not yet due', 'срок представления не наступил'],
  ['coverage_status', 'on_time', 'on time', 'представлен в установленный срок'],
  ['coverage_status', 'late', 'after the cut-off', 'поступил после установленного срока'],
  ['coverage_status', 'returned', 'returned for correction', 'возвращён на доработку'],
  [
    'coverage_status',
    'with_contact_point',
    'with the national contact point',
    'на рассмотрении в национальном контактном пункте',
  ],
  ['coverage_status', 'missing', 'awaited', 'сведения ожидаются'],
  [
    'report_state',
    'submitted',
    'sent, awaiting the contact point',
    'направлен, ожидает рассмотрения контактным пунктом',
  ],
  ['report_state', 'superseded', 'replaced by a newer revision', 'заменён новой редакцией'],
  ['report_state', 'returned', 'returned for correction', 'возвращён на доработку'],
  ['report_state', 'held', 'held by the contact point', 'рассмотрение приостановлено контактным пунктом'],
  ['report_state', 'withdrawn', 'withdrawn', 'отозван'],
  ['report_state', 'forwarded', 'forwarded', 'направлен координационной группе'],
  ['report_state', 'queried', 'question of the coordination unit', 'направлен запрос координационной группы'],
  ['report_state', 'consolidated', 'in the consolidated day', 'учтён в сводных данных за день'],
  [
    'report_state',
    'corrected',
    'replaced by a newer forwarded revision',
    'заменён направленной позднее редакцией',
  ],
  ['coverage_mark', 'nil', 'nil report', 'нулевой отчёт'],
  ['coverage_mark', 'corrected', 'corrected', 'исправлен'],
  ['coverage_mark', 'held', 'held by the contact point', 'рассмотрение приостановлено контактным пунктом'],
  [
    'coverage_mark',
    'queried',
    'question of the coordination unit',
    'направлен запрос координационной группы',
  ],
  ['nil_reason', 'closed', 'post closed', 'пост не работал'],
  [
    'nil_reason',
    'no_traffic',
    'no traffic in scope',
    'грузов, подлежащих контролю в рамках операции, не поступало',
  ],
  ['nil_reason', 'equipment', 'equipment out of order', 'оборудование временно не работало'],
  ['correction_reason', 'data_entry', 'data entry', 'уточнение введённых данных'],
  ['correction_reason', 'recount', 'recount', 'повторный подсчёт'],
  ['correction_reason', 'identifier', 'identifier', 'уточнение номера'],
  ['correction_reason', 'late_information', 'later information', 'сведения поступили позднее'],
  ['correction_reason', 'returned', 'returned for correction', 'возврат на доработку'],
  ['correction_reason', 'wrong_day', 'other operation day', 'отчёт относился к другому дню'],
  ['correction_reason', 'classification', 'classification', 'уточнение классификации товара'],
  ['correction_reason', 'other', 'other', 'иная причина'],
  ['alert_kind', 'overdue', 'overdue', 'срок прибытия истёк'],
  ['alert_kind', 'quantity_mismatch', 'quantity mismatch', 'расхождение по количеству'],
  ['alert_kind', 'goods_changed', 'goods changed', 'изменение сведений о товаре'],
  ['alert_kind', 'seal_changed', 'seal changed', 'замена пломбы'],
  ['alert_kind', 'route_changed', 'route changed', 'изменение маршрута'],
  ['alert_kind', 'first_seen_late', 'first seen late', 'впервые отмечено на последующем участке маршрута'],
  ['alert_kind', 're_export', 're-export', 'реэкспорт'],
] as const;

describe('report labels', () => {
  it.each(PRINTED)('%s %s', (set, code, en, ru) => {
    expect(labelOf(set, code as never, 'en')).toBe(en);
    expect(labelOf(set, code as never, 'ru')).toBe(ru);
  });

  it('has no label beyond these', () => {
    const all = Object.entries(REPORT_LABELS).flatMap(([set, labels]) =>
      Object.keys(labels).map((code) => `${set}.${code}`),
    );
    expect(all).toEqual(PRINTED.map(([set, code]) => `${set}.${code}`));
    expect(LABELS).toMatchObject(REPORT_LABELS);
  });
});
