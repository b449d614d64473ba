import { createHash } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { aFullDay } from '../../testing/a-full-day.js';
import { aCase, aSnapshot } from '../../testing/a-snapshot.js';
import { RENDER_OPTIONS } from '../../testing/render-options.js';
import { buildView } from '../view-model/build-view.js';
import { renderHtml, STYLESHEET_CSP_SOURCE } from './render-html.js';

const html = (snapshot = aFullDay(), language: 'en' | 'ru' = 'en') =>
  renderHtml(buildView(snapshot, 'c'.repeat(64), language, RENDER_OPTIONS));

describe('the page', () => {
  it('stands alone: no script, no inline style attribute, nothing from elsewhere', () => {
    expect(html()).not.toMatch(/<script|\sstyle=|\son\w+=|<link|<img|url\(|@import|(?:src|href)=/i);
  });

  it('carries exactly the stylesheet that the policy allows', () => {
    const [, style = ''] = /<style>([\s\S]*?)<\/style>/.exec(html()) ?? [];
    const digest = createHash('sha256').update(style, 'utf8').digest('base64');
    expect(STYLESHEET_CSP_SOURCE).toBe(`'sha256-${digest}'`);
    expect(style).not.toContain('&');
  });

  it('tells its language, and its headings go down step by step', () => {
    expect(html(aFullDay(), 'ru')).toContain('<html lang="ru">');
    const levels = Array.from(html().matchAll(/<h(\d)/g), ([, level]) => Number(level));
    expect(levels[0]).toBe(1);
    expect(levels.every((level, place) => place === 0 || level - (levels[place - 1] ?? 0) <= 1)).toBe(true);
    expect(levels.filter((level) => level === 1)).toHaveLength(1);
  });

  it('has the marking at the top and at the bottom', () => {
    expect(html().match(/class="marking/g)).toHaveLength(2);
  });

  it('has captions and scopes in every table and words for every drawing', () => {
    const page = html();
    const tables = page.match(/<table>[\s\S]*?<\/table>/g) ?? [];
    expect(tables.length).toBeGreaterThan(8);
    expect(tables.every((table) => /<caption>\S/.test(table) && !/<th(?! scope=)[ >]/.test(table))).toBe(
      true,
    );
    expect(page.match(/<svg/g)?.length).toBe(page.match(/role="img" aria-label="[^"]{20,}"><svg/g)?.length);
  });

  it('has no id twice', () => {
    const ids = Array.from(html().matchAll(/ id="([^"]+)"/g), ([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });
});

describe('hostile texts', () => {
  const HOSTILE = [
    '<script>alert(1)</script>',
    '"><img src=x onerror=alert(1)>',
    '{{constructor.constructor "return process"}}',
    '{{{svg}}}',
    '</style><b>',
    '#panic("x")',
    '<svg onload=alert(1)>',
  ];

  it.each(HOSTILE)('stay text: %s', (text) => {
    const both = { en: text, ru: text };
    const base = aSnapshot().build();
    const page = html(
      aSnapshot()
        .withCases(aCase({ caseId: text, substance: text, chemical: text, text: both }))
        .withAssessment(both)
        .with({
          coverage: base.coverage.map((unit) => ({ ...unit, name: both })),
          operation: { ...base.operation, name: both, marking: both, contact: both, scope: both },
        })
        .build(),
    );
    const plain = html(
      aSnapshot()
        .withCases(aCase({ text: { en: 'x', ru: 'x' } }))
        .withAssessment({ en: 'x', ru: 'x' })
        .build(),
    );
    const tags = (of: string) => of.match(/<\/?[a-z]+/g)?.filter((tag) => !/text|path|circle/.test(tag));
    expect(tags(page)).toEqual(tags(plain));
    expect(page).not.toContain('onerror=alert(1)>');
  });

  it('cannot come in as a drawing', () => {
    const view = buildView(aFullDay(), 'c'.repeat(64), 'en', RENDER_OPTIONS);
    const drawing = (svg: string) => () =>
      renderHtml({
        ...view,
        byCountry: view.byCountry && { ...view.byCountry, chart: { caption: '', alternative: '', svg } },
      });
    expect(drawing('<svg xmlns="x" ><script>1</script></svg>')).toThrow(/drawing/);
    expect(drawing('<svg xmlns="x" onload="1"></svg>')).toThrow(/drawing/);
    expect(drawing('<svg xmlns="x"><rect onclick="1"></rect></svg>')).toThrow(/drawing/);
  });
});
