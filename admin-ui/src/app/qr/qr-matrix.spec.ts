import { TestBed } from '@angular/core/testing';
import { QrCode } from './qr-code';
import { qrMatrix } from './qr-matrix';

/** As the library `qrcode` 1.5.4 draws them at level M: rows as hexadecimal numbers, a 1 before each. */
const vectors = [
  {
    text: 'otpauth',
    mask: 2,
    rows: '3fc17f 304d41 375c5d 37595d 37555d 305641 3fd57f 201400 37ca7c 248fef 2f7966 371bef 25f93b 201935 3fc286 30542f 375a82 3757d4 375d4c 304bcc 3fdd0a',
  },
  {
    text: 'otpauth://totp/TOS%20console:ann%40console.example.com?secret=JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP&issuer=TOS%20console&algorithm=SHA1&digits=6&period=30',
    mask: 5,
    rows: '3fc2a5e57d17f 305abf6ea5f41 37500aaa7335d 37558d5fb7a5d 3740c7fef285d 3045b1c601c41 3fd555555557f 2019db46dc300 305319fce33ce 2780c356c6fe0 26fb3bbe866bb 24b01ba9531ea 36c5b5b11ddd7 3e2fecc8caafa 23eb56198220f 2197c5786ebce 24eec57cad9ee 2b9272986b2d8 2aeff8572b10f 241fa002bebfb 3dee9774a53a7 3384d5cffedfb 23ff63fd105f7 311005c6fcf19 37550ed5d1d5b 351ddec57ab12 2bfb2ffe857fb 25266160e0efc 21e28804c9a5a 34071377d9920 24e2b204b7f45 3dbb132799d2b 3bdb8f24ebb2f 2c38671c6df74 3e53a130aca5b 2031db7f91f89 3ecc4bbf912a8 32bb6e3dd184f 28fb1822adeeb 2e1a3d9184f3e 3c41c9fce7bfd 201cc645e8114 3fce03d6d8959 30485845f251a 374c607ccb1fa 3742f9c2f5e2b 37431c7aaf8e8 30487cf9d5269 3fdb3a7b95239',
  },
];

const rowsOf = (matrix: readonly (readonly boolean[])[]): string =>
  matrix.map((row) => BigInt(`0b1${row.map(Number).join('')}`).toString(16)).join(' ');

describe('a QR code', () => {
  it('is module for module what another encoder draws: one block, and several with the version in it', () => {
    for (const { text, mask, rows } of vectors) expect(rowsOf(qrMatrix(text, mask))).toBe(rows);
  });

  it('has one of the eight masks, always the same', () => {
    const { text } = vectors[1]!;
    const chosen = rowsOf(qrMatrix(text));
    expect(rowsOf(qrMatrix(text))).toBe(chosen);
    expect(Array.from({ length: 8 }, (_, mask) => rowsOf(qrMatrix(text, mask)))).toContain(chosen);
  });

  it('grows with its text, up to 666 bytes', () => {
    expect(qrMatrix('a'.repeat(14)).length).toBe(21);
    expect(qrMatrix('a'.repeat(15)).length).toBe(25);
    expect(qrMatrix('a'.repeat(666)).length).toBe(97);
    expect(() => qrMatrix('a'.repeat(667))).toThrow('666');
    expect(() => qrMatrix('ü'.repeat(334))).toThrow('668');
  });

  it('is drawn as a picture with a name, without a request or a style of its own', async () => {
    const fixture = TestBed.createComponent(QrCode);
    fixture.componentRef.setInput('text', 'otpauth');
    fixture.componentRef.setInput('label', 'A code');
    await fixture.whenStable();
    const svg = (fixture.nativeElement as HTMLElement).querySelector('svg')!;
    expect(svg.getAttribute('aria-label')).toBe('A code');
    expect(svg.getAttribute('viewBox')).toBe('0 0 29 29');
    expect(svg.querySelector('path')?.getAttribute('d')).toMatch(/^M4 4h1v1h-1zM5 4/);
    expect(svg.outerHTML).not.toMatch(/style=|href|url\(/);
  });
});
