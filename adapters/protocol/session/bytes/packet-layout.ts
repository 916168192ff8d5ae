// Bytes of a sealed packet (SESSION.md, "Sealed packets"):
//   header: 0x40 | key phase (bit 0), connection id u32, low 16 bits of the packet number   associated data, 7 bytes
//   sealed: acknowledgement (latest u16, bits u32, delay u8), message frames        ≤ 1177 bytes
//   tag: 16 bytes. All integers are little-endian.

import { channelBytesMax } from '../../generated/packets.js';

export const sealedType = 0x40;
/** Changes with every key that a sender goes over to. */
export const keyPhaseBit = 0x01;

export const headerBytes = 7;
export const connectionIdAt = 1;
export const packetNumberAt = 5;
export const acknowledgementBytes = 7;
export const tagBytes = 16;

/** Fits IPv6's smallest MTU (1280) with its headers and 32 bytes to spare for tunnels. */
export const datagramBytesMax = channelBytesMax.handshake;
export const sealedBytesMin = headerBytes + acknowledgementBytes + tagBytes;

/** Handshake datagrams carry ids below this in their first byte. */
export const handshakeIdEnd = 0x10;

/** Packet numbers end here, long before the nonce (2^64) or the cipher's limit could. */
export const packetNumberEnd = 2 ** 31;

/** Where a message wants to arrive, as in the frame's head. */
export const Channel = {
  /** May be lost, doubled never. */
  unreliable: 0,
  /** May be lost; what is older than the newest delivered one is dropped. */
  sequenced: 1,
  /** Arrives once and in order. */
  reliable: 2,
} as const;
export type Channel = (typeof Channel)[keyof typeof Channel];

export const channelMask = 0x03;
export const fragmentBit = 0x04;
/** The message, whole or in its fragments, is compressed: its size as u16, then an LZ4 block. */
export const compressedBit = 0x08;
export const reservedBits = 0xf0;
/** Shorter messages are not worth trying. */
export const compressedBytesMin = 512;
export const compressedSizeBytes = 2;

/** Every fragment but a message's last carries exactly this many bytes. */
export const fragmentBytes = 1024;
/** Reliable frames in flight or waiting; the receiver keeps as many out of order. */
export const reliableWindow = 1024;
/** Longest message on the reliable channel. */
export const reliableBytesMax = channelBytesMax.reliable;
/** Longest message on the other channels: a frame with it still fits a packet. */
export const unreliableBytesMax = channelBytesMax.unreliable;
/** Head, sequence and length: the most that a message encoded in place takes besides its body. */
export const inPlaceOverhead = 1 + 2 + 2;

/** Bodies shorter than this have their length in one byte, all others in two. */
export const shortBody = 0x80;
