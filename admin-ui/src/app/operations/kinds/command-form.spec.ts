import { CommandField, faultIn } from './command-form';

const field = (part: Partial<CommandField>): CommandField => ({
  ...{ name: 'text', label: 'Message', required: true },
  ...part,
});

describe('what is filled into a command', () => {
  it('is asked for only where it must be', () => {
    expect(faultIn(field({}), '  ')).toBe('Message: say something.');
    expect(faultIn(field({ required: false }), '')).toBeNull();
  });

  it('is measured as the API measures', () => {
    expect(faultIn(field({ bytesMax: 4 }), 'ää')).toBeNull();
    expect(faultIn(field({ bytesMax: 4 }), ' äää ')).toBe('At most 4 bytes; these are 6.');
  });

  it('is a moment to come, and not too far ahead', () => {
    const moment = field({ moment: { aheadMsMax: 30 * 24 * 60 * 60_000 } });
    const local = (days: number): string => {
      const at = new Date(Date.now() + days * 24 * 60 * 60_000);
      return new Date(at.getTime() - at.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
    };
    expect(faultIn(moment, local(1))).toBeNull();
    expect(faultIn(moment, local(-1))).toBe('That is over; choose a time to come.');
    expect(faultIn(moment, local(32))).toBe('At most 30 days ahead.');
    expect(faultIn(moment, 'soon')).toBe('A day and a time.');
  });
});
