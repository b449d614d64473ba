import { describe, expect, it } from '@jest/globals';
import { LABELS, labelOf } from '../labels.js';
import { CONTROL_LABELS } from './control-labels.js';

/** Every label as it is printed: set, code, English, Russian. */
const PRINTED = [
  ['transport_kind', 'container', 'container', 'контейнер'],
  ['transport_kind', 'wagon', 'railway wagon', 'железнодорожный вагон'],
  ['transport_kind', 'truck', 'truck', 'грузовой автомобиль'],
  ['transport_kind', 'other', 'other', 'иное'],
  ['transport_kind_plural', 'container', 'Containers', 'Контейнеры'],
  ['transport_kind_plural', 'wagon', 'Railway wagons', 'Железнодорожные вагоны'],
  ['transport_kind_plural', 'truck', 'Trucks', 'Грузовые автомобили'],
  ['transport_kind_plural', 'other', 'Other', 'Иные'],
  ['regime', 'import', 'import', 'ввоз (импорт)'],
  ['regime', 'export', 'export', 'вывоз (экспорт)'],
  ['regime', 'transit', 'transit', 'транзит'],
  ['counter', 'profiled', 'Profiled', 'Профилирование'],
  ['counter', 'selected', 'Selected', 'Отбор для контроля'],
  ['counter', 'inspected', 'Inspected (external)', 'Осмотр (без вскрытия)'],
  ['counter', 'examined', 'Examined (opened)', 'Досмотр (со вскрытием)'],
  ['counter', 'x_rayed', 'X-rayed', 'Рентген'],
  ['counter', 'sampled', 'Sampled', 'Отбор проб'],
  ['counter', 'field_tested', 'Field-tested', 'Экспресс-тест'],
  ['counter', 'dog', 'Detector dog', 'Служебная собака'],
  ['counter', 'weighed', 'Weighed', 'Взвешивание'],
  ['counter', 'with_discrepancy', 'With discrepancy', 'Несоответствия'],
  ['counter', 'detained', 'Detained', 'Задержание'],
  ['counter', 'seized', 'Seized', 'Изъятие'],
  ['counter', 'released', 'Released', 'Выпуск'],
  ['counter', 'pending', 'Pending', 'На рассмотрении'],
  ['method', 'document_check', 'document check', 'проверка документов'],
  ['method', 'inspection', 'external inspection', 'таможенный осмотр (без вскрытия)'],
  ['method', 'examination', 'examination (opened)', 'таможенный досмотр (со вскрытием)'],
  ['method', 'xray', 'X-ray equipment', 'рентгеновское оборудование'],
  ['method', 'hazmatid', 'HazMatID chemical identifier', 'анализатор химических веществ HazMatID'],
  ['method', 'miee', 'mobile examination equipment', 'мобильное досмотровое оборудование'],
  ['method', 'test_kit', 'test kit', 'набор экспресс-тестов'],
  ['method', 'dog', 'detector dog', 'служебная собака'],
  ['method', 'probe', 'probe', 'досмотровый щуп'],
  ['method', 'weighing', 'weighing', 'взвешивание'],
  ['method', 'laboratory', 'laboratory analysis', 'лабораторное исследование'],
  ['outcome', 'released', 'released', 'выпуск (разрешено дальнейшее следование)'],
  ['outcome', 'detained', 'detained', 'задержание'],
  ['outcome', 'seized', 'seized', 'изъятие'],
  ['outcome', 'pending', 'pending', 'на рассмотрении'],
  ['outcome', 'returned_to_sender', 'returned to sender', 'возврат отправителю'],
  ['discrepancy_kind', 'quantity', 'quantity', 'расхождение по количеству'],
  ['discrepancy_kind', 'goods', 'goods', 'несоответствие товаров заявленным'],
  ['discrepancy_kind', 'seal', 'seal', 'несоответствие пломб'],
  ['discrepancy_kind', 'route', 'route', 'отклонение от маршрута'],
  ['discrepancy_kind', 'document', 'document', 'несоответствие в документах'],
  ['discrepancy_kind', 'other', 'other', 'иное несоответствие'],
  ['measure_unit', 'kg', 'kg', 'кг'],
  ['measure_unit', 'g', 'g', 'г'],
  ['measure_unit', 't', 't', 'т'],
  ['measure_unit', 'L', 'L', 'л'],
  ['measure_unit', 'mL', 'mL', 'мл'],
  ['measure_unit', 'piece', 'pieces', 'шт.'],
  ['measure_unit', 'package', 'packages', 'грузовых мест'],
] as const;

describe('control labels', () => {
  it.each(PRINTED)('%s %s', (set, code, en, ru) => {
    expect(labelOf(set, code as never, 'en')).toBe(en);
    expect(labelOf(set, code as never, 'ru')).toBe(ru);
  });

  it('has no label beyond these', () => {
    const all = Object.entries(CONTROL_LABELS).flatMap(([set, labels]) =>
      Object.keys(labels).map((code) => `${set}.${code}`),
    );
    expect(all).toEqual(PRINTED.map(([set, code]) => `${set}.${code}`));
    expect(LABELS).toMatchObject(CONTROL_LABELS);
  });
});
