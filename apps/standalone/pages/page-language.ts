import { type Request } from 'express';
import { isLanguage, type Language } from '#libs/localization/language.js';
import { preferredLanguage } from '#libs/web/problems/preferred-language.js';

/** `?lang=` wins over the browser's setting. */
export function languageOf(request: Request): Language {
  const asked: unknown = request.query['lang'];
  return isLanguage(asked) ? asked : preferredLanguage(request.get('accept-language'));
}

export function otherLanguage(language: Language): Language {
  return language === 'en' ? 'ru' : 'en';
}
