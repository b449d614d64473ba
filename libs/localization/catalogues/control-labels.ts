type LabelTable = Readonly<Record<string, Readonly<Record<string, readonly [en: string, ru: string]>>>>;

/**
 * What is controlled, how, and with what outcome; English first, Russian second.
 * Осмотр (external, nothing is opened) and досмотр (opened, unpacked) are different legal acts and keep their brackets.
 */
export const CONTROL_LABELS = {
  transport_kind: {
    container: ['container', 'контейнер'],
    wagon: ['railway wagon', 'железнодорожный вагон'],
    truck: ['truck', 'грузовой автомобиль'],
    other: ['other', 'иное'],
  },
  transport_kind_plural: {
    container: ['Containers', 'Контейнеры'],
    wagon: ['Railway wagons', 'Железнодорожные вагоны'],
    truck: ['Trucks', 'Грузовые автомобили'],
    other: ['Other', 'Иные'],
  },
  regime: {
    import: ['import', 'ввоз (импорт)'],
    export: ['export', 'вывоз (экспорт)'],
    transit: ['transit', 'транзит'],
  },
  /** Heads of columns and rows. */
  counter: {
    profiled: ['Profiled', 'Профилирование'],
    selected: ['Selected', 'Отбор для контроля'],
    inspected: ['Inspected (external)', 'Осмотр (без вскрытия)'],
    examined: ['Examined (opened)', 'Досмотр (со вскрытием)'],
    x_rayed: ['X-rayed', 'Рентген'],
    sampled: ['Sampled', 'Отбор проб'],
    field_tested: ['Field-tested', 'Экспресс-тест'],
    dog: ['Detector dog', 'Служебная собака'],
    weighed: ['Weighed', 'Взвешивание'],
    with_discrepancy: ['With discrepancy', 'Несоответствия'],
    detained: ['Detained', 'Задержание'],
    seized: ['Seized', 'Изъятие'],
    released: ['Released', 'Выпуск'],
    pending: ['Pending', 'На рассмотрении'],
  },
  method: {
    document_check: ['document check', 'проверка документов'],
    inspection: ['external inspection', 'таможенный осмотр (без вскрытия)'],
    examination: ['examination (opened)', 'таможенный досмотр (со вскрытием)'],
    xray: ['X-ray equipment', 'рентгеновское оборудование'],
    hazmatid: ['HazMatID chemical identifier', 'анализатор химических веществ HazMatID'],
    miee: ['mobile examination equipment', 'мобильное досмотровое оборудование'],
    test_kit: ['test kit', 'набор экспресс-тестов'],
    dog: ['detector dog', 'служебная собака'],
    probe: ['probe', 'досмотровый щуп'],
    weighing: ['weighing', 'взвешивание'],
    laboratory: ['laboratory analysis', 'лабораторное исследование'],
  },
  /** Goods in transit are not "выпущены": they are allowed to go on. */
  outcome: {
    released: ['released', 'выпуск (разрешено дальнейшее следование)'],
    detained: ['detained', 'задержание'],
    seized: ['seized', 'изъятие'],
    pending: ['pending', 'на рассмотрении'],
    returned_to_sender: ['returned to sender', 'возврат отправителю'],
  },
  discrepancy_kind: {
    quantity: ['quantity', 'расхождение по количеству'],
    goods: ['goods', 'несоответствие товаров заявленным'],
    seal: ['seal', 'несоответствие пломб'],
    route: ['route', 'отклонение от маршрута'],
    document: ['document', 'несоответствие в документах'],
    other: ['other', 'иное несоответствие'],
  },
  measure_unit: {
    kg: ['kg', 'кг'],
    g: ['g', 'г'],
    t: ['t', 'т'],
    L: ['L', 'л'],
    mL: ['mL', 'мл'],
    piece: ['pieces', 'шт.'],
    package: ['packages', 'грузовых мест'],
  },
} as const satisfies LabelTable;
