import { formatCount } from '../ui/format';
import { figureNow } from './figure-now';

describe('a figure of a server', () => {
  it('is written while the server is heard of, and a dash when it is offline', () => {
    expect(formatCount(figureNow({ status: 'online' }, 0))).toBe('0');
    expect(formatCount(figureNow({ status: 'draining' }, 7))).toBe('7');
    expect(formatCount(figureNow({ status: 'offline' }, 7))).toBe('–');
    expect(formatCount(figureNow({ status: 'online' }, null))).toBe('–');
  });
});
