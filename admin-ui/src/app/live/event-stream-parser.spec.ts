import { EventStreamParser, StreamEvent } from './event-stream-parser';

function parse(...pieces: string[]): StreamEvent[] {
  const parser = new EventStreamParser();
  return pieces.flatMap((piece) => parser.push(piece));
}

describe('the event stream parser', () => {
  it('reads event, data and id', () => {
    expect(parse('id: a-1\nevent: telemetry\ndata: {"x":1}\n\n')).toEqual([
      { event: 'telemetry', data: '{"x":1}', id: 'a-1' },
    ]);
  });

  it('reads the same whatever pieces the text comes in and however lines end', () => {
    const text = '\ufeffretry: 2000\nid: 7\nevent: player\ndata: one\ndata: two\n\n: beat\n\ndata:bare\n\n';
    const whole = parse(text);
    expect(whole).toEqual([
      { event: 'player', data: 'one\ntwo', id: '7' },
      { event: 'message', data: 'bare', id: '7' },
    ]);
    for (const ending of ['\n', '\r', '\r\n']) {
      const ended = text.replaceAll('\n', ending);
      expect(parse(...ended)).toEqual(whole);
      for (let cut = 1; cut < ended.length; cut++)
        expect(parse(ended.slice(0, cut), ended.slice(cut))).toEqual(whole);
    }
  });

  it('gives out nothing before the empty line', () => {
    expect(parse('data: half')).toEqual([]);
    expect(parse('data: half\n')).toEqual([]);
  });

  it('ignores comments, unknown fields and events without data', () => {
    expect(parse(': hello\n\nfoo: bar\n\nevent: nothing\n\n')).toEqual([]);
  });

  it('keeps the last id over events without one', () => {
    const parser = new EventStreamParser();
    parser.push('id: 3\ndata: a\n\ndata: b\n\n');
    expect(parser.lastId).toBe('3');
  });

  it('refuses an event without an end', () => {
    const parser = new EventStreamParser();
    const mebibyte = 'x'.repeat(1024 * 1024);
    expect(() => {
      for (let i = 0; i < 6; i++) parser.push(mebibyte);
    }).toThrow(RangeError);
    expect(() => {
      const lines = new EventStreamParser();
      for (let i = 0; i < 6; i++) lines.push(`data: ${mebibyte}\n`);
    }).toThrow(RangeError);
  });
});
