type LabelTable = Readonly<Record<string, Readonly<Record<string, readonly [en: string, ru: string]>>>>;

/** Languages in which officers write, as a bulletin names the language of an original. */
export const LANGUAGE_LABELS = {
  text_language: {
    en: ['English', 'английский'],
    ru: ['Russian', 'русский'],
    az: ['Azerbaijani', 'азербайджанский'],
    ka: ['Georgian', 'грузинский'],
    kk: ['Kazakh', 'казахский'],
    ky: ['Kyrgyz', 'кыргызский'],
    tg: ['Tajik', 'таджикский'],
    tk: ['Turkmen', 'туркменский'],
    uz: ['Uzbek', 'узбекский'],
    ur: ['Urdu', 'урду'],
    ps: ['Pashto', 'пушту'],
    fa: ['Persian', 'персидский'],
  },
} as const satisfies LabelTable;
