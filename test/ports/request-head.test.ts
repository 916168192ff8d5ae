// Where a request goes: its target, whichever form it has, and exactly one host.

import { describe, expect, it } from '@jest/globals';
import { hasFitHost, originForm } from '#ports/network/request-head.js';

describe('the target of a request', () => {
  it.each([
    ['/health/ready', '/health/ready'],
    ['http://example.com:7780/health/ready?x=1', '/health/ready?x=1'],
    ['HTTPS://[::1]:7780/metrics', '/metrics'],
    ['http://example.com', '/'],
    ['http://example.com?x=1', '/?x=1'],
    ['/http://example.com/metrics', '/http://example.com/metrics'],
    ['//example.com/metrics', '//example.com/metrics'],
    ['ftp://example.com/metrics', 'ftp://example.com/metrics'],
    ['*', '*'],
    ['', ''],
  ])('%j is the path %j', (target, path) => expect(originForm(target)).toBe(path));
});

describe('the hosts of a request', () => {
  it.each([
    ['1.1', ['Accept', 'host'], false],
    ['1.1', ['Host', 'a', 'Accept', 'host'], true],
    ['1.1', ['host', 'a', 'HOST', 'a'], false],
    ['1.1', ['Host', ''], true],
    ['1.0', [], true],
    ['1.0', ['Host', 'a', 'Host', 'b'], false],
  ])('of HTTP/%s, %j: fit is %s', (httpVersion, rawHeaders, fit) =>
    expect(hasFitHost({ httpVersion, rawHeaders })).toBe(fit),
  );
});
