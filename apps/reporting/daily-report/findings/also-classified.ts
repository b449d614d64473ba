const MEDICAMENTS = ['3003', '3004'];

/**
 * Headings and subheadings beside `hs` under which a chemical of the reference list is classified as well, from the
 * notes of the list: medicaments with ephedrines, solutions, flakes, oils. The beginning of the code is enough.
 */
export const ALSO_CLASSIFIED: Readonly<Record<string, readonly string[]>> = {
  ephedrine: MEDICAMENTS,
  pseudoephedrine: MEDICAMENTS,
  norephedrine: MEDICAMENTS,
  ergometrine: MEDICAMENTS,
  ergotamine: MEDICAMENTS,
  diazepam: ['293391'],
  safrole: ['330129'],
  sodium_hydroxide: ['281512'],
  sulphur: ['2802'],
  aluminium_powder: ['760320'],
  calcium_ammonium_nitrate: ['310240'],
};
