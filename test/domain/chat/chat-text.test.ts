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

  it.each(['a\u0000b', 'a\u001b[31mb', 'a\nb', 'a\u202eb', 'a\u2028b', 'a\u0085b'])(
    'with control or direction characters is refused: %j',
    (said) => {
      expect(chatText(said)).toEqual({ ok: false, reason: 'control-character' });
    },
  );

  it('with half a surrogate pair is refused', () => {
    expect(chatText('a\ud800b')).toEqual({ ok: false, reason: 'not-unicode' });
  });

  it('keeps emoji joined by joiners', () => {
    expect(chatText('👩‍🌾 hi')).toEqual({ ok: true, text: '👩‍🌾 hi' });
  });

  it('may be exactly as many bytes as the wire carries, not one more', () => {
    expect(chatText('é'.repeat(chatBytesMax / 2)).ok).toBe(true);
    expect(chatText('é'.repeat(chatBytesMax / 2) + 'a')).toEqual({ ok: false, reason: 'too-long' });
  });
});
