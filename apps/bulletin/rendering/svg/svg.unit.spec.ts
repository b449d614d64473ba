import { describe, expect, it } from '@jest/globals';
import { barChart } from './bar-chart.js';
import { schematic } from './schematic.js';
import { wrapped } from './text-width.js';

const bar = { label: 'Georgia', length: 10, isPartial: false, value: '10' };

describe('barChart', () => {
  it('draws a bar as long as its figure', () => {
    const widths = (svg: string) =>
      Array.from(svg.matchAll(/<rect[^>]* width="([\d.]+)"/g), ([, width]) => width);
    expect(widths(barChart([bar, { ...bar, length: 5 }]))).toEqual(['150', '75']);
  });

  it('tells a partial figure in black and white: the bar is hollow', () => {
    expect(barChart([bar])).toContain('fill="#14324a" stroke="#14324a"');
    expect(barChart([{ ...bar, isPartial: true }])).toContain('fill="#ffffff" stroke="#14324a"');
  });

  it('draws nothing but the words where nothing is known', () => {
    const svg = barChart([{ ...bar, length: 0, value: 'awaited' }]);
    expect(svg).not.toContain('<rect');
    expect(svg).toContain('>awaited<');
  });

  it('escapes texts', () => {
    expect(barChart([{ ...bar, label: '</text><script>' }])).not.toContain('<script>');
  });
});

describe('schematic', () => {
  it('names the units of a country under it, without lines between them', () => {
    const svg = schematic([{ name: 'Georgia', units: ['Poti', 'Tbilisi'], more: 'and 3 more' }]);
    expect(Array.from(svg.matchAll(/>([^<>]+)<\/text>/g), ([, text]) => text)).toEqual([
      'Georgia',
      'Poti',
      'Tbilisi',
      'and 3 more',
    ]);
    expect(svg).not.toContain('<line');
  });
});

it('wrapped keeps to the width', () => {
  expect(wrapped('Bolivarian Republic of Venezuela', 120, 10, 2)).toEqual([
    'Bolivarian Republic',
    'of Venezuela',
  ]);
  expect(wrapped('x'.repeat(50), 60, 10, 1)).toEqual([`${'x'.repeat(9)}…`]);
});
