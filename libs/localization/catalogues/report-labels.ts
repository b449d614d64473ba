type LabelTable = Readonly<Record<string, Readonly<Record<string, readonly [en: string, ru: string]>>>>;

/** Where a report stands and why it says what it says; neutral, of the report and never of a person. */
export const REPORT_LABELS = {
  coverage_status: {
    not_expected: ['not expected', 'отчёт не предусмотрен'],
    not_due: ['not yet due', 'срок представления не наступил'],
    on_time: ['on time', 'представлен в установленный срок'],
    late: ['after the cut-off', 'поступил после установленного срока'],
    returned: ['returned for correction', 'возвращён на доработку'],
    with_contact_point: [
      'with the national contact point',
      'на рассмотрении в национальном контактном пункте',
    ],
    missing: ['awaited', 'сведения ожидаются'],
  },
  report_state: {
    submitted: ['sent, awaiting the contact point', 'направлен, ожидает рассмотрения контактным пунктом'],
    superseded: ['replaced by a newer revision', 'заменён новой редакцией'],
    returned: ['returned for correction', 'возвращён на доработку'],
    held: ['held by the contact point', 'рассмотрение приостановлено контактным пунктом'],
    withdrawn: ['withdrawn', 'отозван'],
    forwarded: ['forwarded', 'направлен координационной группе'],
    queried: ['question of the coordination unit', 'направлен запрос координационной группы'],
    consolidated: ['in the consolidated day', 'учтён в сводных данных за день'],
    corrected: ['replaced by a newer forwarded revision', 'заменён направленной позднее редакцией'],
  },
  coverage_mark: {
    nil: ['nil report', 'нулевой отчёт'],
    corrected: ['corrected', 'исправлен'],
    held: ['held by the contact point', 'рассмотрение приостановлено контактным пунктом'],
    queried: ['question of the coordination unit', 'направлен запрос координационной группы'],
  },
  nil_reason: {
    closed: ['post closed', 'пост не работал'],
    no_traffic: ['no traffic in scope', 'грузов, подлежащих контролю в рамках операции, не поступало'],
    equipment: ['equipment out of order', 'оборудование временно не работало'],
  },
  correction_reason: {
    data_entry: ['data entry', 'уточнение введённых данных'],
    recount: ['recount', 'повторный подсчёт'],
    identifier: ['identifier', 'уточнение номера'],
    late_information: ['later information', 'сведения поступили позднее'],
    returned: ['returned for correction', 'возврат на доработку'],
    wrong_day: ['other operation day', 'отчёт относился к другому дню'],
    classification: ['classification', 'уточнение классификации товара'],
    other: ['other', 'иная причина'],
  },
  alert_kind: {
    overdue: ['overdue', 'срок прибытия истёк'],
    quantity_mismatch: ['quantity mismatch', 'расхождение по количеству'],
    goods_changed: ['goods changed', 'изменение сведений о товаре'],
    seal_changed: ['seal changed', 'замена пломбы'],
    route_changed: ['route changed', 'изменение маршрута'],
    first_seen_late: ['first seen late', 'впервые отмечено на последующем участке маршрута'],
    re_export: ['re-export', 'реэкспорт'],
  },
} as const satisfies LabelTable;
