// Naming rules, so that every emitter can derive names of its language without clashes.

import type { Name } from '../../syntax/syntax-tree.js';
import type { SourceText } from '../../text/source-text.js';
import type { Scope } from './scope.js';

/** Names that generated code needs for itself or that mean something else in a target language. */
const takenTypeNames = new Set(
  (
    'Array ArrayBuffer Boolean CodecFault DataView Error Float32Array Float64Array Function Infinity Int16Array ' +
    'Int32Array Int8Array Map Math NaN Number Object PacketInfo Promise Proxy Reflect Set String Symbol Uint16Array ' +
    'Uint32Array Uint8Array ' +
    // In C++ and C#.
    'BitConverter Buffer Bytes Channel Codec Constants Encoding Flags FloatBits IsPacket Known List Packets ' +
    'Preallocated Priority Protocol Quantization Reader Sender SessionState System Text Tos Utf8 Writer'
  ).split(' '),
);
const takenFieldNames = new Set([
  'constructor',
  'prototype',
  'mask',
  'toString',
  'valueOf',
  'hasOwnProperty',
]);

export function checkTypeName(scope: Scope, source: SourceText, name: Name, what: string): void {
  if (!/^[A-Z][A-Za-z0-9]*$/.test(name.text)) {
    const hint = `write ${pascal(name.text)}`;
    scope.report(source, name.span, `the name of ${what} is in PascalCase, not '${name.text}'`, hint);
  } else if (takenTypeNames.has(name.text)) {
    scope.report(source, name.span, `'${name.text}' is taken by generated code; choose another name`);
  }
}

export function checkMemberName(scope: Scope, source: SourceText, name: Name, what: string): void {
  if (!/^[a-z][A-Za-z0-9]*$/.test(name.text)) {
    const hint = `write ${camel(name.text)}`;
    scope.report(source, name.span, `the name of ${what} is in camelCase, not '${name.text}'`, hint);
  } else if (takenFieldNames.has(name.text)) {
    scope.report(source, name.span, `'${name.text}' is taken by generated code; choose another name`);
  }
}

/** Reports names that occur twice. */
export function checkUnique(scope: Scope, source: SourceText, names: readonly Name[], what: string): void {
  const seen = new Map<string, Name>();
  for (const name of names) {
    const earlier = seen.get(name.text);
    if (earlier === undefined) seen.set(name.text, name);
    else {
      const { line } = source.position(earlier.span.start);
      scope.report(source, name.span, `the ${what} '${name.text}' is already there, in line ${line}`);
    }
  }
}

export function pascal(text: string): string {
  return text
    .split('_')
    .map((part) => part.charAt(0).toUpperCase() + part.slice(1))
    .join('');
}

export function camel(text: string): string {
  const joined = pascal(text);
  return joined.charAt(0).toLowerCase() + joined.slice(1);
}
