import { type ArgumentsHost, Catch } from '@nestjs/common';
import { type Request, type Response } from 'express';
import { ProblemFilter } from '#libs/web/problems/problem.filter.js';
import { type ProblemDocument, problemDocument } from '#libs/web/problems/problem-document.js';
import { type Language } from '#libs/localization/language.js';
import { toProblem } from '#libs/web/problems/to-problem.js';
import { type ProblemError } from '#libs/web/problem.js';
import { languageOf } from './page-language.js';
import { pageMessage } from './page-messages.js';
import { renderPage } from './render-page.js';
import { sendPage } from './send-page.js';
import { ServiceRefusal } from './service-refusal.js';
import { SIGN_IN_PATH } from './sign-in/return-path.js';

/** Refusals as a page for browsers, as problem+json for programs. */
@Catch()
export class PageProblemFilter extends ProblemFilter {
  override catch(error: unknown, host: ArgumentsHost): void {
    const request = host.switchToHttp().getRequest<Request>();
    const response = host.switchToHttp().getResponse<Response>();
    const problem = toProblem(error);
    const isPage =
      request.accepts(['application/problem+json', 'application/json', 'text/html']) === 'text/html';
    if (!problem || !isPage || response.headersSent) return super.catch(error, host);
    if (problem.status === 401)
      return response.redirect(303, signInPath(request, problem, this.pageOf(request)));
    showRefusal(request, response, problem);
  }

  /** The page itself; that of a form, which is sent to the page's own address or to one below it. */
  private pageOf({ path, originalUrl }: Request): string {
    let page = path;
    while (page !== '' && !this.allowedMethods(page).includes('GET'))
      page = page.slice(0, page.lastIndexOf('/'));
    return `${page || '/'}${originalUrl.slice(path.length)}`;
  }
}

/** A service has worded its refusal already. */
function documentOf(
  problem: ProblemError,
  language: Language,
): Pick<ProblemDocument, 'title' | 'detail' | 'instance'> {
  const document = problemDocument(problem, language);
  if (!(problem instanceof ServiceRefusal)) return document;
  const { title, detail } = problem.refusal;
  return title === '' ? document : { title, detail };
}

/** Who has yet to sign in is asked to, and comes back to the page. */
function signInPath(request: Request, { code }: ProblemError, to: string): string {
  const query = new URLSearchParams({ lang: languageOf(request), to });
  if (code === 'session-ended') query.set('ended', '1');
  return `${SIGN_IN_PATH}?${query.toString()}`;
}

function showRefusal(request: Request, response: Response, problem: ProblemError): void {
  const language = languageOf(request);
  const { title, detail, instance = '' } = documentOf(problem, language);
  const content = {
    title,
    detail,
    instance,
    status: pageMessage(language, 'refusal.status', { status: String(problem.status) }),
    home: { href: `/?lang=${language}`, text: pageMessage(language, 'page.home') },
  };
  if (problem.status === 503) response.set('Retry-After', '5');
  sendPage(
    response.status(problem.status),
    language,
    renderPage({ name: 'refusal', language, title, path: request.path, content }),
  );
}
