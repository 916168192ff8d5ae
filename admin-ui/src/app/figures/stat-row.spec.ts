import { rateTone, tickTone } from './stat-row';

describe('the tone of a figure', () => {
  it('warns of ticks near their budget of 16.7 ms and is bad above it', () => {
    expect([0.2, 12.4, 12.6, 16.6, 16.7, 40].map(tickTone)).toEqual([
      'plain',
      'plain',
      'warn',
      'warn',
      'bad',
      'bad',
    ]);
  });

  it('warns of a rate below 60 a second, but not of one not measured yet', () => {
    expect([60, 58, 57, 50, 49, 0].map(rateTone)).toEqual(['plain', 'plain', 'warn', 'warn', 'bad', 'plain']);
  });
});
