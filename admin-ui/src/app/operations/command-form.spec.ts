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
});
