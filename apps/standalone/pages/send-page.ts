import { type Response } from 'express';
import { type Language } from '#libs/localization/language.js';

/** Sends a page that is made for one reader. */
export function sendPage(response: Response, language: Language, html: string): void {
  response
    .set({ 'Content-Language': language, 'Cache-Control': 'no-store' })
    .vary('Accept-Language, Cookie')
    .type('html')
    .send(html);
}
