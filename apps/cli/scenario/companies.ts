/** Invented companies, nominal as consignors and consignees are. Any likeness to a real one is chance. */
const NAMES: Readonly<Record<string, readonly string[]>> = {
  AF: [
    'Kohe Baba Trading Co.',
    'Aryana Sang Ltd.',
    'Bamyan Nawin Import Export',
    'Hari Rod Group',
    'Spin Ghar Logistics',
  ],
  AE: ['Falcon Dunes General Trading LLC', 'Blue Creek Chemicals FZE'],
  AM: ['Арарат Терминал ООО'],
  AZ: ['Xəzər Yolu MMC', 'Abşeron Yük Daşıma MMC'],
  BG: ['Черноморски Товари ЕООД'],
  CN: [
    'Tianshan Silk Gate Trading Co., Ltd.',
    'Jade River Industrial Co., Ltd.',
    'Hexi Corridor Export Co., Ltd.',
  ],
  DE: ['Nordtor Chemiehandel GmbH'],
  GE: ['შავი ზღვის ტრანზიტი შპს', 'Kolkhi Cargo LLC'],
  IN: ['Malabar Gate Exports Pvt. Ltd.'],
  IR: ['Alborz Pars Bazargani Co.', 'Zayandeh Sanat Co.'],
  IT: ['Porta Adriatica S.r.l.'],
  KG: ['ОсОО «Ала-Арча Транзит»', 'ОсОО «Сулайман-Тоо Трейд»'],
  KR: ['Haneul Trade Co., Ltd.'],
  KZ: ['ТОО «Каспий Жолы»', 'ТОО «Бетпак Астык»', 'ТОО «Сары-Арка Химснаб»'],
  MY: ['Selat Biru Sdn. Bhd.'],
  PK: ['Margalla Gate Traders (Pvt.) Ltd.', 'Ravi Bridge Industries', 'Khyber Caravan Movers'],
  RO: ['Marea Deschisa SRL'],
  RU: ['ООО «Приволжский Хлебный Путь»', 'ООО «Уралхимдорога»', 'ООО «Сибирский Лесной Тракт»'],
  SA: ['Najd Horizon Trading Est.'],
  TH: ['Chao Phraya Gate Co., Ltd.'],
  TJ: ['ҶДММ «Помир Роҳ»', 'ООО «Вахшская Долина Трейд»'],
  TM: ['HJ «Garagum Ýoly»', 'HO «Hazar Ulag»'],
  TR: ['Anadolu Kervan Kimya A.Ş.', 'Karadeniz Köprü Lojistik Ltd. Şti.'],
  UA: ['ТОВ «Степовий Шлях»'],
  UZ: ['ООО «Зарафшан Савдо Йўли»', 'MChJ «Chirchiq Karvon»', 'ООО «Мирзачуль Транс Груз»'],
};

/** Invented companies of a country; a neutral name for a country without any. */
export function companiesOf(country: string): readonly string[] {
  return NAMES[country] ?? [`Caravan Trading (${country})`];
}
