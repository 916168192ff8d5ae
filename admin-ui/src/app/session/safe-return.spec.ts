import { safeReturn } from './safe-return';

describe('the way back after signing in', () => {
  it('leads to a page of this console', () => {
    expect(safeReturn('/players?search=a%2Fb')).toBe('/players?search=a%2Fb');
  });

  it('is the first of several', () => {
    expect(safeReturn(['/players', '/servers'])).toBe('/players');
    expect(safeReturn(['//evil.example', '/servers'])).toBe('/');
    expect(safeReturn([])).toBe('/');
  });

  it('never leads elsewhere', () => {
    for (const back of [
      undefined,
      '',
      'https://evil.example',
      '//evil.example',
      '/\\evil.example',
      '/a\\..',
      'map',
      'javascript:alert(1)',
      '/javascript:\\',
      '/login?back=/',
    ]) {
      expect(safeReturn(back)).toBe('/');
    }
  });
});
