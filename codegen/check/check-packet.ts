// A packet: id, sender, channel, limits, and the proof that its longest form fits the channel.

import type { ChannelName, FieldModel, PacketModel, Sender, SessionState } from '../model/schema-model.js';
import { fieldsSize } from '../model/wire-size.js';
import type { Name, PacketSyntax } from '../syntax/syntax-tree.js';
import { nameHint } from '../text/nearest-name.js';
import { checkTypeName } from './scope/names.js';
import type { Scope } from './scope/scope.js';

/** Most bytes of one message, with its id byte. Why these: protocol-schema/SESSION.md, "Frames". */
export const channelBytesMax: Readonly<Record<ChannelName, number>> = {
  handshake: 1200,
  unreliable: 1150,
  sequenced: 1150,
  reliable: 65_000,
  none: 65_000,
};

/** Of a reliable message from a client: what a server makes room for. */
export const clientBytesMax = 4096;

const senders: readonly Sender[] = ['client', 'server', 'both'];
const channels: readonly ChannelName[] = ['handshake', 'unreliable', 'sequenced', 'reliable'];
/** Those that can be written. */
const states: readonly SessionState[] = ['connected', 'playing'];
const rateMax = 10_000;

export function checkPacket(
  scope: Scope,
  syntax: PacketSyntax,
  file: string,
  fields: readonly FieldModel[],
): PacketModel {
  const { source } = syntax;
  checkTypeName(scope, source, syntax.name, 'a packet');
  const id = scope.integer(source, syntax.id, "a packet's id", 1, 255) ?? 0;
  const { from, channel } = checkRoute(scope, syntax);
  const state = checkState(scope, syntax, from, channel);
  const { ratePerSecond, burst } = checkRate(scope, syntax, from, channel);
  const sizes = checkSize(scope, syntax, from, channel, fields);
  const base = { kind: 'packet' as const, name: syntax.name.text, doc: syntax.doc, file };
  const route = { from, channel, state, ratePerSecond, burst };
  return { ...base, id, ...route, fields, stored: syntax.stored, ...sizes };
}

function checkRoute(scope: Scope, syntax: PacketSyntax): { from: Sender; channel: ChannelName } {
  const { source } = syntax;
  if (syntax.internal) {
    const extra = syntax.from ?? syntax.channel;
    if (extra) scope.report(source, extra.span, 'an internal packet has no sender and no channel');
    return { from: 'internal', channel: 'none' };
  }
  const from = senders.find((sender) => sender === syntax.from?.text);
  const channel = channels.find((candidate) => candidate === syntax.channel?.text);
  if (syntax.from === undefined || syntax.channel === undefined) {
    const missing = syntax.from === undefined ? 'who sends it' : 'its channel';
    const hint = "as in 'from client on reliable', or 'internal' for records between threads";
    scope.report(source, syntax.name.span, `the packet '${syntax.name.text}' does not say ${missing}`, hint);
  }
  if (syntax.from !== undefined && from === undefined) {
    scope.report(
      source,
      syntax.from.span,
      `'${syntax.from.text}' sends nothing`,
      nameHint(syntax.from.text, senders),
    );
  }
  if (syntax.channel !== undefined && channel === undefined) {
    const hint = nameHint(syntax.channel.text, channels);
    scope.report(source, syntax.channel.span, `no channel is named '${syntax.channel.text}'`, hint);
  }
  return { from: from ?? 'both', channel: channel ?? 'reliable' };
}

/**
 * Where none is written: as soon as the channel can carry it. Only what clients send can be too early: the server knows
 * when its player stands in the world, and of what it sends one message may overtake another.
 */
function checkState(scope: Scope, syntax: PacketSyntax, from: Sender, channel: ChannelName): SessionState {
  const { source, state } = syntax;
  const earliest = channel === 'none' ? 'none' : channel === 'handshake' ? 'connecting' : 'connected';
  if (state === undefined) return earliest;
  const found = checkWord(scope, source, state, states, 'state of a session');
  if (channel === 'none') {
    scope.report(source, state.span, 'an internal packet knows no session');
  } else if (channel === 'handshake') {
    scope.report(source, state.span, 'a packet of the handshake travels before there is a session');
  } else if (from !== 'client') {
    const hint = 'a state holds back what clients send; the server sends when it is right';
    scope.report(source, state.span, `a packet from ${from} has no state`, hint);
  }
  return found ?? earliest;
}

function checkWord<Word extends string>(
  scope: Scope,
  source: PacketSyntax['source'],
  written: Name | undefined,
  known: readonly Word[],
  what: string,
): Word | undefined {
  const found = known.find((candidate) => candidate === written?.text);
  if (written !== undefined && found === undefined) {
    scope.report(
      source,
      written.span,
      `no ${what} is named '${written.text}'`,
      nameHint(written.text, known),
    );
  }
  return found;
}

function checkRate(
  scope: Scope,
  syntax: PacketSyntax,
  from: Sender,
  channel: ChannelName,
): { ratePerSecond: number; burst: number } {
  const { source } = syntax;
  if (syntax.rate === undefined) {
    if (from === 'client' && channel !== 'handshake') {
      const hint = "as in 'rate 10/s burst 20'";
      scope.report(
        source,
        syntax.name.span,
        `'${syntax.name.text}' comes from clients and needs a rate`,
        hint,
      );
    }
    if (syntax.burst !== undefined) scope.report(source, syntax.burst.span, 'a burst needs a rate before it');
    return { ratePerSecond: 0, burst: 0 };
  }
  if (from !== 'client') {
    scope.report(
      source,
      syntax.rate.span,
      'only packets from clients have a rate',
      'the server limits itself',
    );
  }
  if (channel === 'handshake') {
    scope.report(
      source,
      syntax.rate.span,
      'a handshake packet has no rate',
      'the session layer limits the handshake',
    );
  }
  const ratePerSecond = scope.integer(source, syntax.rate, 'a rate', 1, rateMax) ?? 1;
  if (syntax.burst === undefined) return { ratePerSecond, burst: ratePerSecond };
  const burst = scope.integer(source, syntax.burst, 'a burst', 1, rateMax) ?? ratePerSecond;
  return { ratePerSecond, burst };
}

function limitOf(from: Sender, channel: ChannelName): { readonly limit: number; readonly where: string } {
  if (channel === 'none') return { limit: channelBytesMax.none, where: 'a record between threads' };
  if (channel === 'reliable' && (from === 'client' || from === 'both')) {
    return { limit: clientBytesMax, where: 'the channel reliable, from a client,' };
  }
  return { limit: channelBytesMax[channel], where: `the channel ${channel}` };
}

type PacketSizes = Pick<PacketModel, 'size' | 'worstCase' | 'bounded' | 'padded'>;

function checkSize(
  scope: Scope,
  syntax: PacketSyntax,
  from: Sender,
  channel: ChannelName,
  fields: readonly FieldModel[],
): PacketSizes {
  const { source } = syntax;
  const body = fieldsSize(fields);
  const min = 1 + body.min;
  const worstCase = 1 + body.max;
  const { limit, where } = limitOf(from, channel);
  if (syntax.max !== undefined && syntax.padded !== undefined) {
    scope.report(source, syntax.padded.span, "'max' and 'padded' exclude each other");
  }
  if (syntax.padded !== undefined) {
    const padded = scope.integer(source, syntax.padded, 'the padded size', 1, limit) ?? limit;
    if (padded < worstCase) {
      scope.report(source, syntax.padded.span, `the fields alone can take ${worstCase} bytes`);
    }
    return { size: { min: padded, max: padded }, worstCase, bounded: false, padded: true };
  }
  if (syntax.max !== undefined) {
    const max = scope.integer(source, syntax.max, "'max'", min, limit) ?? limit;
    if (max >= worstCase) {
      scope.report(
        source,
        syntax.max.span,
        `'max' bounds nothing: the fields take ${worstCase} bytes at most`,
      );
    }
    return { size: { min, max }, worstCase, bounded: true, padded: false };
  }
  if (worstCase > limit) {
    const message = `'${syntax.name.text}' can take ${worstCase} bytes, but ${where} carries ${limit}`;
    scope.report(
      source,
      syntax.name.span,
      message,
      `lower the caps, or add 'max ${limit}' and let the sender keep to it`,
    );
  }
  return { size: { min, max: worstCase }, worstCase, bounded: false, padded: false };
}
