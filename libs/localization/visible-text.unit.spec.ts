import { describe, expect, it } from '@jest/globals';
import { visibleText } from './visible-text.js';

describe('visibleText', () => {
  it('keeps texts and spoken attributes, and drops mark-up, styles and scripts', () => {
    const html = `<!doctype html><html lang="ru"><head><title>Бюллетень</title><style>p { margin: -1px }</style></head>
      <body><!-- "note" --><h1 class="big">Бюллетень №&nbsp;12</h1><script>let a = "-1";</script>
      <img src="x.svg" alt="Столбчатая диаграмма"><td>12</td><td>500</td></body></html>`;
    expect(visibleText(html).split('\n')).toEqual([
      'Бюллетень',
      'Бюллетень №\u00a012',
      'Столбчатая диаграмма',
      '12',
      '500',
    ]);
  });

  it('decodes entities, so that hidden straight quotes are seen', () => {
    expect(visibleText('<p>&quot;a&#39;b&#x2F;c&amp;lt; &unknown;</p>')).toBe('"a\'b/c&lt; &unknown;');
  });
});
