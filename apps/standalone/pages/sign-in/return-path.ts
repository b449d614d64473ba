export const SIGN_IN_PATH = '/sign-in';

const MAX = 500;

/** A path of this site to go to after signing in; `/` for anything else, and for the pages of sign-in themselves. */
export function returnPath(asked: unknown): string {
  if (typeof asked !== 'string' || asked.length > MAX || !/^\/[!-~]*$/.test(asked)) return '/';
  const url = URL.parse(asked, 'http://own.invalid');
  if (url?.origin !== 'http://own.invalid' || /^\/sign-|^\/api(\/|$)|^\/\//.test(url.pathname)) return '/';
  return `${url.pathname}${url.search}`;
}
