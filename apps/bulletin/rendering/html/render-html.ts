import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import Handlebars from 'handlebars';
import type { BulletinView } from '../view-model/bulletin-view.types.js';

const fileBeside = (name: string): string => readFileSync(new URL(`./${name}`, import.meta.url), 'utf8');

const stylesheet = fileBeside('bulletin.css').trim();

/**
 * Source expression for `style-src` of the Content-Security-Policy under which a bulletin is served:
 * it allows the one stylesheet that every bulletin of this version carries, and nothing else inline.
 */
export const STYLESHEET_CSP_SOURCE = `'sha256-${createHash('sha256').update(stylesheet, 'utf8').digest('base64')}'`;

const render = compileTemplates();

/** The bulletin as one self-contained page without script and without outside resources. */
export function renderHtml(view: BulletinView): string {
  return render({ ...view, stylesheet: new Handlebars.SafeString(stylesheet) });
}

/** An instance of our own with strict templates: an unknown name is an error, a prototype is out of reach. */
function compileTemplates(): (context: unknown) => string {
  const handlebars = Handlebars.create();
  const options: CompileOptions = { strict: true, knownHelpersOnly: true, knownHelpers: { drawing: true } };
  handlebars.registerHelper('drawing', drawing);
  for (const name of ['table', 'figure']) {
    handlebars.registerPartial(name, handlebars.compile(fileBeside(`${name}.hbs`), options));
  }
  const template = handlebars.compile<unknown>(fileBeside('bulletin.hbs'), options);
  return (context) =>
    template(context, { allowProtoPropertiesByDefault: false, allowProtoMethodsByDefault: false });
}

const ATTRIBUTES =
  '(?: (?:xmlns|viewBox|width|height|x|y|d|r|cx|cy|fill|stroke|stroke-width|text-anchor|font-(?:size|weight|family))="[^"<>]*")*';
const DRAWING = new RegExp(
  `^<svg${ATTRIBUTES}>(?:<(?:rect|text|path|circle)${ATTRIBUTES}>|</(?:rect|text|path|circle)>|[^<>])*</svg>$`,
);

/**
 * The only way for markup into the page: a drawing of ours, in which svg/svg-element.ts has escaped every text.
 * @throws TypeError for anything that such a drawing cannot contain.
 */
function drawing(svg: unknown): Handlebars.SafeString {
  const isOurs = typeof svg === 'string' && DRAWING.test(svg);
  if (!isOurs) throw new TypeError('This is not a drawing made by the bulletin');
  return new Handlebars.SafeString(svg);
}
