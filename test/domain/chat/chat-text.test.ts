import { describe, expect, it } from '@jest/globals';
import { chatBytesMax, chatText } from '#domain/chat/chat-text.js';

describe('chat text', () => {
  it('is trimmed', () => {
    expect(chatText('  hello there \n')).toEqual({ ok: true, text: 'hello there' });
  });

  it('is refused when nothing is left of it', () => {
    expect(chatText(' \t ')).toEqual({ ok: false, reason: 'empty' });
    expect(chatText('')).toEqual({ ok: false, reason: 'empty' });
  });

  it.each([
    ['zero width space', '\u200b'],
    ['joiners', '\u200c\u200d\u2060'],
    ['soft hyphens', '\u00ad\u00ad'],
    ['Hangul fillers', '\u115f\u1160\u3164\uffa0'],
    ['blank Braille', '\u2800\u2800'],
    ['Khmer and Mongolian invisibles', '\u17b4\u17b5\u180b\u180e'],
    ['variation selectors', '\ufe0f\u{e0100}'],
    ['a combining grapheme joiner', '\u034f'],
    ['marks without a letter', '\u0301\u20dd'],
    ['spaces of every width', '\u00a0\u2003\u3000'],
    ['a null note head', '\u{1d159}'],
    ['unassigned and private code points', '\u0378\ue000\u{fffff}'],
    ['all of that mixed', ' \u200b\u3164 \u2800\ufe0f '],
  ])('is refused when nobody can see it: %s', (_what, said) => {
    expect(chatText(said)).toEqual({ ok: false, reason: 'empty' });
  });

  it.each([
    '.',
    '🙂',
    'ก็',
    'हिन्दी',
    'نعم',
    '한글',
    'क्‍ष',
    '❤️',
    '🏴\u{e0067}\u{e0062}\u{e0073}\u{e0063}\u{e0074}\u{e007f}',
  ])('is said as it is when it can be seen: %s', (said) => {
    expect(chatText(said)).toEqual({ ok: true, text: said });
  });

  it.each([
    [
      'every bidirectional control',
      '\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069',
    ],
    ['annotations', '\ufff9\ufffa\ufffb'],
    ['tags that hide a text', '\u{e0001}\u{e0041}\u{e007f}'],
  ])('with %s inside is refused, each by itself', (_what, characters) => {
    for (const character of characters)
      expect(chatText(`a${character}b`)).toEqual({ ok: false, reason: 'control-character' });
  });

  it.each(['a\u0000b', 'a\u001b[31mb', 'a\nb', 'a\u202eb', 'a\u2028b', 'a\u0085b'])(
    'with control or direction characters is refused: %j',
    (said) => {
      expect(chatText(said)).toEqual({ ok: false, reason: 'control-character' });
    },
  );

  it('with half a surrogate pair is refused', () => {
    expect(chatText('a\ud800b')).toEqual({ ok: false, reason: 'not-unicode' });
  });

  it('is plain text: markup is said as it is, and nothing unseen goes along with it (class 50)', () => {
    const markup = '<b onclick="x()">&lt;</b> [url=x]y[/url] \\u001b[31m %s';
    expect(chatText(markup)).toEqual({ ok: true, text: markup });
    for (const unseen of ['\u0000', '\u001b[31m', '\u0085', '\n', '\u2028', '\u202e', '\ufeff', '\u{e0041}'])
      expect([unseen, chatText(`a${unseen}b`)]).toEqual([unseen, { ok: false, reason: 'control-character' }]);
    for (const unseen of ['\u200b', '\u3164', '\ue000'])
      expect([unseen, chatText(unseen)]).toEqual([unseen, { ok: false, reason: 'empty' }]);
  });

  it('keeps emoji joined by joiners', () => {
    expect(chatText('👩‍🌾 hi')).toEqual({ ok: true, text: '👩‍🌾 hi' });
  });

  it('may be exactly as many bytes as the wire carries, not one more', () => {
    expect(chatText('é'.repeat(chatBytesMax / 2)).ok).toBe(true);
    expect(chatText('é'.repeat(chatBytesMax / 2) + 'a')).toEqual({ ok: false, reason: 'too-long' });
  });
});
