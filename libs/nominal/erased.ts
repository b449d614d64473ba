/** What stands in the place of a nominal value whose key was destroyed, in both languages. */
export const ERASED = '[erased / стёрто]';
