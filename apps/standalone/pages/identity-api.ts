import { type Language } from '#libs/localization/language.js';
import { type SenderHeaders } from './sender-headers.js';
import { readRefusal, type Refusal } from './service-refusal.js';
import { type ServicesApi } from './services-api.js';

/** What identity says: an answer, with the cookies that the browser is to be given, or a refusal in words. */
export type IdentityAnswer<T> =
  | { readonly isDone: true; readonly body: T; readonly cookies: readonly string[] }
  | { readonly isDone: false; readonly refusal: Refusal };

/** Sign-in, invitations and the own account, in the name of whoever opened a page. */
export class IdentityApi {
  constructor(
    private readonly services: ServicesApi,
    private readonly sender: SenderHeaders,
    private readonly language: Language,
  ) {}

  get<T>(where: string): Promise<IdentityAnswer<T>> {
    return this.ask('GET', where);
  }

  post<T>(where: string, body: object): Promise<IdentityAnswer<T>> {
    return this.ask('POST', where, body);
  }

  delete<T>(where: string): Promise<IdentityAnswer<T>> {
    return this.ask('DELETE', where);
  }

  private async ask<T>(
    method: 'GET' | 'POST' | 'DELETE',
    where: string,
    body?: object,
  ): Promise<IdentityAnswer<T>> {
    const { sender, language } = this;
    const path = `/api/identity/${where}`;
    const response = await this.services.ask({ method, path, sender, language, ...(body && { body }) });
    if (!response.ok) return { isDone: false, refusal: await readRefusal(response) };
    const answer = (await response.json()) as T;
    return { isDone: true, body: answer, cookies: response.headers.getSetCookie() };
  }
}
