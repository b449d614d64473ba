import { type MeasureUnit, type TextLanguage } from '#libs/contracts/vocabulary.js';

/** A good that is no listed chemical, as units declare it. */
export interface Commodity {
  readonly en: string;
  readonly ru: string;
  readonly hs: string;
  readonly weight: number;
  /** Net weight of one load, tonnes. */
  readonly tonnes: readonly [number, number];
  readonly unNumber?: string;
  /** In the languages of the region: `az:… | ka:…`. */
  readonly local?: Readonly<Partial<Record<TextLanguage, string>>>;
}

const commodity = (
  weight: number,
  hs: string,
  en: string,
  ru: string,
  tonnes: readonly [number, number],
): Commodity => ({ weight, hs, en, ru, tonnes });

/** Food, fuels, construction materials, consumer goods: what fills the road to Afghanistan. */
export const COMMODITIES: readonly Commodity[] = [
  {
    ...commodity(14, '110100', 'Wheat flour', 'Мука пшеничная', [18, 66]),
    local: {
      az: 'Buğda unu',
      ka: 'ხორბლის ფქვილი',
      kk: 'Бидай ұны',
      ky: 'Буудай уну',
      tg: 'Орди гандум',
      tk: 'Bugdaý uny',
      uz: 'Bug‘doy uni',
      ur: 'گندم کا آٹا',
      fa: 'آرد گندم',
    },
  },
  {
    ...commodity(7, '170199', 'White sugar', 'Сахар белый', [18, 62]),
    local: {
      az: 'Şəkər',
      ka: 'შაქარი',
      kk: 'Қант',
      ky: 'Кант',
      tg: 'Шакар',
      tk: 'Şeker',
      uz: 'Shakar',
      ur: 'چینی',
      fa: 'شکر',
    },
  },
  {
    ...commodity(6, '100630', 'Rice, milled', 'Рис обрушенный', [18, 27]),
    local: { az: 'Düyü', ka: 'ბრინჯი', tg: 'Биринҷ', tk: 'Tüwi', uz: 'Guruch', ur: 'چاول', fa: 'برنج' },
  },
  {
    ...commodity(7, '252329', 'Portland cement', 'Портландцемент', [20, 68]),
    local: { az: 'Sement', ka: 'ცემენტი', tg: 'Семент', tk: 'Sement', uz: 'Sement', ur: 'سیمنٹ', fa: 'سمنت' },
  },
  {
    ...commodity(8, '271019', 'Diesel fuel', 'Топливо дизельное', [18, 62]),
    unNumber: '1202',
    local: {
      az: 'Dizel yanacağı',
      ka: 'დიზელის საწვავი',
      kk: 'Дизель отыны',
      tk: 'Dizel ýangyjy',
      uz: 'Dizel yoqilg‘isi',
      ur: 'ڈیزل',
      fa: 'دیزل',
    },
  },
  { ...commodity(5, '271012', 'Motor gasoline', 'Бензин автомобильный', [18, 58]), unNumber: '1203' },
  { ...commodity(6, '271112', 'Propane, liquefied', 'Пропан сжиженный', [16, 38]), unNumber: '1978' },
  commodity(3, '271320', 'Petroleum bitumen', 'Битум нефтяной', [18, 60]),
  commodity(5, '721420', 'Steel reinforcing bars', 'Прутки стальные для армирования', [18, 66]),
  commodity(3, '720851', 'Hot-rolled steel sheets', 'Прокат стальной горячекатаный листовой', [20, 66]),
  commodity(5, '440710', 'Sawn timber, pine', 'Пиломатериалы сосновые', [18, 48]),
  commodity(4, '690721', 'Ceramic tiles', 'Плитка керамическая', [18, 25]),
  commodity(3, '252010', 'Gypsum', 'Гипс', [20, 64]),
  commodity(4, '151219', 'Sunflower oil, refined', 'Масло подсолнечное рафинированное', [18, 24]),
  commodity(3, '151190', 'Palm olein', 'Олеин пальмовый', [18, 24]),
  commodity(4, '090240', 'Black tea', 'Чай чёрный', [8, 19]),
  commodity(3, '020714', 'Chicken cuts, frozen', 'Части тушек кур мороженые', [18, 25]),
  commodity(3, '190531', 'Sweet biscuits', 'Печенье сладкое', [6, 16]),
  commodity(3, '340220', 'Washing powder', 'Порошок стиральный', [10, 21]),
  commodity(3, '320910', 'Acrylic paints', 'Краски акриловые', [8, 20]),
  { ...commodity(2, '381400', 'Paint thinner', 'Разбавитель для красок', [8, 19]), unNumber: '1263' },
  commodity(3, '401120', 'Truck tyres', 'Шины для грузовых автомобилей', [6, 14]),
  commodity(3, '870899', 'Vehicle parts', 'Запасные части для автомобилей', [5, 16]),
  commodity(3, '851712', 'Mobile telephones', 'Телефоны мобильные', [2, 6]),
  commodity(3, '630900', 'Worn clothing', 'Одежда бывшая в употреблении', [10, 22]),
  commodity(3, '540752', 'Polyester fabric', 'Ткань полиэфирная', [8, 21]),
  commodity(2, '392020', 'Polypropylene film', 'Плёнка полипропиленовая', [8, 20]),
  commodity(2, '300490', 'Medicaments in doses', 'Лекарственные средства в дозировках', [2, 8]),
  commodity(2, '382319', 'Industrial fatty acids', 'Кислоты жирные промышленные', [15, 22]),
];

/** A listed chemical or one of interest, by its id in the reference list. */
export interface ChemicalTrade {
  readonly id: string;
  readonly weight: number;
  readonly unit: MeasureUnit;
  /** Net amount of one load in hundredths of the unit. */
  readonly hundredths: readonly [number, number];
  readonly packaging?: number;
}

const trade = (weight: number, id: string, unit: MeasureUnit, from: number, to: number): ChemicalTrade => ({
  id,
  weight,
  unit,
  hundredths: [from * 100, to * 100],
});

export const CHEMICAL_TRADES: readonly ChemicalTrade[] = [
  trade(9, 'sulphuric_acid', 't', 18, 60),
  trade(7, 'hydrochloric_acid', 'L', 900, 21000),
  trade(7, 'acetone', 'L', 800, 19000),
  trade(6, 'toluene', 'kg', 900, 21000),
  trade(3, 'methyl_ethyl_ketone', 'L', 160, 3200),
  trade(2, 'potassium_permanganate', 'kg', 250, 6000),
  trade(1, 'acetic_anhydride', 'kg', 600, 4000),
  trade(1, 'ethyl_ether', 'mL', 2500, 50000),
  trade(1, 'piperidine', 'g', 500, 5000),
  trade(8, 'acetic_acid', 'kg', 9000, 23000),
  trade(9, 'soda_ash', 't', 18, 64),
  trade(8, 'sodium_hydroxide', 'kg', 12000, 24000),
  trade(7, 'urea', 't', 20, 66),
  trade(6, 'ammonium_nitrate', 't', 20, 64),
  trade(5, 'calcium_oxide', 't', 18, 60),
  trade(4, 'sulphur', 't', 20, 62),
  trade(4, 'hydrogen_peroxide', 'kg', 9000, 23000),
  trade(3, 'ammonium_chloride', 'kg', 1000, 20000),
  trade(3, 'isopropanol', 'L', 800, 16000),
  trade(2, 'ethyl_acetate', 'L', 800, 16000),
  trade(2, 'nitric_acid', 'kg', 5000, 20000),
  trade(2, 'activated_carbon', 'kg', 2000, 16000),
];

/** Codes that stand in no edition of the Harmonized System: evidence, kept as written. */
export const UNKNOWN_HS = ['2915.99', '7701.10', '3824.97.00', '2807 77 000 0', '98011000'] as const;
