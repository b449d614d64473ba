/** Characters that look like others in an editor and are therefore written by name. */
export const NO_BREAK_SPACE = '\u00a0';
export const MINUS = '\u2212';
export const EN_DASH = '\u2013';
export const EM_DASH = '\u2014';
