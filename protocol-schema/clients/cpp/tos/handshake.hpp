// Generated from handshake.tos by `npm run codegen`; changes here are lost.
// Datagrams outside an established session. Each starts with its id as one byte and is never encrypted
// by itself; SESSION.md says when each may be sent. All integers are little-endian.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>

#include "codec.hpp"

namespace tos {

/// Version of the session layer; a server answers another version with Deny.
constexpr std::int32_t SessionVersion = 2;

/// Hello, TokenRequest and Connect are padded with zeros to this many bytes, so that no answer is larger than its
/// question.
constexpr std::int32_t RequestSize = 1200;

/// Why a server refuses a connection before it exists.
enum class DenyReason : std::uint8_t {
  /// Another SessionVersion; detail is the server's, in decimal.
  badVersion = 1,
  /// The schema's hash differs; detail names the server's.
  badProtocol = 2,
  /// The cookie is too old, or was given to another address or key. Ask for another with Hello.
  badCookie = 3,
  /// The token is malformed, not signed by anybody this server trusts, or for another server or client key.
  badToken = 4,
  /// The token's time is over, by the server's clock.
  tokenExpired = 5,
  /// A session or a place in the queue was made of this token before.
  tokenUsed = 6,
  /// No place, and none in the queue either. Later, perhaps.
  serverFull = 7,
  /// Only who has a connect token gets in here.
  guestsRefused = 8,
  /// The server stops, or is being emptied: it lets nobody in, or only who takes up a session again.
  shuttingDown = 9,
  /// The Noise message is not authentic, or the name is none that a guest may have.
  badHandshake = 10,
  /// Reserved.
  banned = 11,
};

constexpr bool isKnown(DenyReason value) {
  switch (value) {
    case DenyReason::badVersion:
    case DenyReason::badProtocol:
    case DenyReason::badCookie:
    case DenyReason::badToken:
    case DenyReason::tokenExpired:
    case DenyReason::tokenUsed:
    case DenyReason::serverFull:
    case DenyReason::guestsRefused:
    case DenyReason::shuttingDown:
    case DenyReason::badHandshake:
    case DenyReason::banned:
      return true;
  }
  return false;
}

inline bool read(Reader& in, DenyReason& value) {
  std::uint8_t number = 0;
  if (!in.u8(number)) return false;
  value = static_cast<DenyReason>(number);
  return isKnown(value) || in.fail(CodecFault::outOfRange);
}

inline bool write(Writer& out, DenyReason value) {
  if (!isKnown(value)) return out.fail(CodecFault::outOfRange);
  return out.u8(static_cast<std::uint8_t>(value));
}

/// Opens a handshake.
/// From the client, handshake.
struct Hello {
  static constexpr std::uint8_t packetId = 0x01;
  static constexpr std::size_t sizeMin = 1200;
  static constexpr std::size_t sizeMax = 1200;
  static constexpr bool padded = true;

  /// SessionVersion.
  std::uint8_t sessionVersion = 0;
  /// First 8 bytes of the SHA-256 of the schema, as in STANDARD.md.
  std::array<std::uint8_t, 8> protocolHash{};
  /// The client's X25519 public key: the ephemeral key of its Noise handshake, to which its token is bound.
  std::array<std::uint8_t, 32> clientKey{};
};

inline bool read(Reader& in, Hello& message) {
  if (!in.u8(message.sessionVersion)) return false;
  if (!in.bytes(message.protocolHash)) return false;
  if (!in.bytes(message.clientKey)) return false;
  return true;
}

inline bool write(Writer& out, const Hello& message) {
  if (!out.u8(message.sessionVersion)) return false;
  if (!out.bytes(message.protocolHash)) return false;
  if (!out.bytes(message.clientKey)) return false;
  return true;
}

/// Answers Hello without keeping any state.
/// From the server, handshake.
struct Challenge {
  static constexpr std::uint8_t packetId = 0x02;
  static constexpr std::size_t sizeMin = 65;
  static constexpr std::size_t sizeMax = 65;
  static constexpr bool padded = false;

  /// To be sent back unchanged within its life of 10 seconds, from the same address, with the same client key.
  std::array<std::uint8_t, 32> cookie{};
  /// The server's static X25519 public key. A client that knows the key already refuses another.
  std::array<std::uint8_t, 32> serverKey{};
};

inline bool read(Reader& in, Challenge& message) {
  if (!in.bytes(message.cookie)) return false;
  if (!in.bytes(message.serverKey)) return false;
  return true;
}

inline bool write(Writer& out, const Challenge& message) {
  if (!out.bytes(message.cookie)) return false;
  if (!out.bytes(message.serverKey)) return false;
  return true;
}

/// Asks a stand-alone server for a token as a guest.
/// From the client, handshake.
struct TokenRequest {
  static constexpr std::uint8_t packetId = 0x03;
  static constexpr std::size_t sizeMin = 1200;
  static constexpr std::size_t sizeMax = 1200;
  static constexpr bool padded = true;

  /// As in Hello.
  std::array<std::uint8_t, 32> clientKey{};
  /// From Challenge.
  std::array<std::uint8_t, 32> cookie{};
  /// The wished character name: 3 to 24 ASCII letters, digits, '-' or '_', starting with a letter.
  /// Up to 24 bytes of UTF-8.
  Text<24> name;
};

inline bool read(Reader& in, TokenRequest& message) {
  if (!in.bytes(message.clientKey)) return false;
  if (!in.bytes(message.cookie)) return false;
  if (!in.text(message.name)) return false;
  return true;
}

inline bool write(Writer& out, const TokenRequest& message) {
  if (!out.bytes(message.clientKey)) return false;
  if (!out.bytes(message.cookie)) return false;
  if (!out.text(message.name)) return false;
  return true;
}

/// Answers TokenRequest.
/// From the server, handshake.
struct TokenGrant {
  static constexpr std::uint8_t packetId = 0x04;
  static constexpr std::size_t sizeMin = 35;
  static constexpr std::size_t sizeMax = 547;
  static constexpr bool padded = false;

  /// As in the request.
  std::array<std::uint8_t, 32> clientKey{};
  /// A connect token as SESSION.md lays it out, for this client key alone.
  /// Up to 512 bytes.
  Bytes<512> token;
};

inline bool read(Reader& in, TokenGrant& message) {
  if (!in.bytes(message.clientKey)) return false;
  if (!in.bytes(message.token)) return false;
  return true;
}

inline bool write(Writer& out, const TokenGrant& message) {
  if (!out.bytes(message.clientKey)) return false;
  if (!out.bytes(message.token)) return false;
  return true;
}

/// Asks for a session with a token and the first message of the Noise handshake.
/// From the client, handshake.
struct Connect {
  static constexpr std::uint8_t packetId = 0x05;
  static constexpr std::size_t sizeMin = 1200;
  static constexpr std::size_t sizeMax = 1200;
  static constexpr bool padded = true;

  /// As in Hello.
  std::array<std::uint8_t, 32> clientKey{};
  /// From Challenge.
  std::array<std::uint8_t, 32> cookie{};
  /// First message of Noise_NK_25519_ChaChaPoly_BLAKE2s; its payload is the connect token,
  /// and behind a guest's the 32 bytes of the guest's secret.
  /// Up to 640 bytes.
  Bytes<640> noise;
};

inline bool read(Reader& in, Connect& message) {
  if (!in.bytes(message.clientKey)) return false;
  if (!in.bytes(message.cookie)) return false;
  if (!in.bytes(message.noise)) return false;
  return true;
}

inline bool write(Writer& out, const Connect& message) {
  if (!out.bytes(message.clientKey)) return false;
  if (!out.bytes(message.cookie)) return false;
  if (!out.bytes(message.noise)) return false;
  return true;
}

/// Answers Connect: the session exists.
/// From the server, handshake.
struct Accept {
  static constexpr std::uint8_t packetId = 0x06;
  static constexpr std::size_t sizeMin = 10;
  static constexpr std::size_t sizeMax = 138;
  static constexpr bool padded = false;

  /// The start of the client key that this answers.
  std::array<std::uint8_t, 8> clientKeyStart{};
  /// Second message of the Noise handshake; its payload is SessionParameters.
  /// Up to 128 bytes.
  Bytes<128> noise;
};

inline bool read(Reader& in, Accept& message) {
  if (!in.bytes(message.clientKeyStart)) return false;
  if (!in.bytes(message.noise)) return false;
  return true;
}

inline bool write(Writer& out, const Accept& message) {
  if (!out.bytes(message.clientKeyStart)) return false;
  if (!out.bytes(message.noise)) return false;
  return true;
}

/// Refuses a request of the handshake.
/// From the server, handshake.
struct Deny {
  static constexpr std::uint8_t packetId = 0x07;
  static constexpr std::size_t sizeMin = 11;
  static constexpr std::size_t sizeMax = 75;
  static constexpr bool padded = false;

  /// The start of the client key that this answers.
  std::array<std::uint8_t, 8> clientKeyStart{};
  /// Why.
  DenyReason reason = DenyReason::badVersion;
  /// More about it, for people; may be empty.
  /// Up to 64 bytes of UTF-8.
  Text<64> detail;
};

inline bool read(Reader& in, Deny& message) {
  if (!in.bytes(message.clientKeyStart)) return false;
  if (!read(in, message.reason)) return false;
  if (!in.text(message.detail)) return false;
  return true;
}

inline bool write(Writer& out, const Deny& message) {
  if (!out.bytes(message.clientKeyStart)) return false;
  if (!write(out, message.reason)) return false;
  if (!out.text(message.detail)) return false;
  return true;
}

/// The payload of Accept's Noise message.
struct SessionParameters {
  /// Stands in the header of every sealed datagram of this session, in both directions.
  std::uint32_t connectionId = 0;
  /// World steps per second.
  std::uint8_t tickRate = 0;
  /// Snapshots per second that the server aims at.
  std::uint8_t snapshotRate = 0;
  /// The server's tick when it sent this.
  std::uint32_t tick = 0;
  /// Silence after which either side gives the session up, in milliseconds.
  /// Unit: ms.
  std::uint16_t timeoutMs = 0;
};

inline bool read(Reader& in, SessionParameters& message) {
  if (!in.u32(message.connectionId)) return false;
  if (!in.u8(message.tickRate)) return false;
  if (!in.u8(message.snapshotRate)) return false;
  if (!in.u32(message.tick)) return false;
  if (!in.u16(message.timeoutMs)) return false;
  return true;
}

inline bool write(Writer& out, const SessionParameters& message) {
  if (!out.u32(message.connectionId)) return false;
  if (!out.u8(message.tickRate)) return false;
  if (!out.u8(message.snapshotRate)) return false;
  if (!out.u32(message.tick)) return false;
  if (!out.u16(message.timeoutMs)) return false;
  return true;
}

/// Why an established session ended.
enum class DisconnectReason : std::uint8_t {
  /// The player asked to leave.
  left = 1,
  /// Nothing was heard of the client for the time-out of the session.
  timeout = 2,
  /// An operator ended it.
  kicked = 3,
  /// An operator keeps the player out, for a time or for good. Trying again before that ends changes nothing.
  banned = 4,
  /// The same character connected again; the newer session stays.
  replaced = 5,
  /// The server stops; the character is saved.
  shuttingDown = 6,
  /// Malformed messages, or more of them than their limits allow.
  protocolViolation = 7,
  /// A queue of this session or of the server reached its cap, or the world has no room. Coming back later is
  /// right.
  overloaded = 8,
  /// The character could not be loaded. Later, perhaps; trying again at once changes nothing.
  characterUnavailable = 9,
  /// The name belongs to somebody else: another account's, or another guest secret's. Trying again changes nothing.
  nameTaken = 10,
};

constexpr bool isKnown(DisconnectReason value) {
  switch (value) {
    case DisconnectReason::left:
    case DisconnectReason::timeout:
    case DisconnectReason::kicked:
    case DisconnectReason::banned:
    case DisconnectReason::replaced:
    case DisconnectReason::shuttingDown:
    case DisconnectReason::protocolViolation:
    case DisconnectReason::overloaded:
    case DisconnectReason::characterUnavailable:
    case DisconnectReason::nameTaken:
      return true;
  }
  return false;
}

inline bool read(Reader& in, DisconnectReason& value) {
  std::uint8_t number = 0;
  if (!in.u8(number)) return false;
  value = static_cast<DisconnectReason>(number);
  return isKnown(value) || in.fail(CodecFault::outOfRange);
}

inline bool write(Writer& out, DisconnectReason value) {
  if (!isKnown(value)) return out.fail(CodecFault::outOfRange);
  return out.u8(static_cast<std::uint8_t>(value));
}

/// Ends a session. Sent three times, never answered.
/// From both sides, unreliable.
struct Disconnect {
  static constexpr std::uint8_t packetId = 0x08;
  static constexpr std::size_t sizeMin = 3;
  static constexpr std::size_t sizeMax = 67;
  static constexpr bool padded = false;

  /// Why.
  DisconnectReason reason = DisconnectReason::left;
  /// More about it, for people; may be empty.
  /// Up to 64 bytes of UTF-8.
  Text<64> detail;
};

inline bool read(Reader& in, Disconnect& message) {
  if (!read(in, message.reason)) return false;
  if (!in.text(message.detail)) return false;
  return true;
}

inline bool write(Writer& out, const Disconnect& message) {
  if (!write(out, message.reason)) return false;
  if (!out.text(message.detail)) return false;
  return true;
}

/// Asks for an acknowledgement when nothing else was said for a while.
/// From both sides, unreliable.
struct KeepAlive {
  static constexpr std::uint8_t packetId = 0x09;
  static constexpr std::size_t sizeMin = 1;
  static constexpr std::size_t sizeMax = 1;
  static constexpr bool padded = false;
};

inline bool read(Reader&, KeepAlive&) { return true; }

inline bool write(Writer&, const KeepAlive&) { return true; }

/// Answers Connect while the server is full: the client keeps a place in the queue for as long as it repeats
/// Connect.
/// From the server, handshake.
struct Queued {
  static constexpr std::uint8_t packetId = 0x0a;
  static constexpr std::size_t sizeMin = 13;
  static constexpr std::size_t sizeMax = 13;
  static constexpr bool padded = false;

  /// The start of the client key that this answers.
  std::array<std::uint8_t, 8> clientKeyStart{};
  /// How many are let in before this client, and itself: 1 is the next. Rises only for players who lost their
  /// session.
  std::uint16_t position = 0;
  /// When to repeat Connect, in milliseconds.
  std::uint16_t retryMs = 0;
};

inline bool read(Reader& in, Queued& message) {
  if (!in.bytes(message.clientKeyStart)) return false;
  if (!in.u16(message.position)) return false;
  if (!in.u16(message.retryMs)) return false;
  return true;
}

inline bool write(Writer& out, const Queued& message) {
  if (!out.bytes(message.clientKeyStart)) return false;
  if (!out.u16(message.position)) return false;
  if (!out.u16(message.retryMs)) return false;
  return true;
}

/// Sent where packets of the session come from all of a sudden: does the client receive there?
/// From the server, unreliable.
struct PathChallenge {
  static constexpr std::uint8_t packetId = 0x0b;
  static constexpr std::size_t sizeMin = 9;
  static constexpr std::size_t sizeMax = 9;
  static constexpr bool padded = false;

  /// Random; another one for each new address.
  std::array<std::uint8_t, 8> token{};
};

inline bool read(Reader& in, PathChallenge& message) {
  if (!in.bytes(message.token)) return false;
  return true;
}

inline bool write(Writer& out, const PathChallenge& message) {
  if (!out.bytes(message.token)) return false;
  return true;
}

/// Answers PathChallenge from the address at which it arrived.
/// From the client, unreliable.
struct PathResponse {
  static constexpr std::uint8_t packetId = 0x0c;
  static constexpr std::size_t sizeMin = 9;
  static constexpr std::size_t sizeMax = 9;
  static constexpr bool padded = false;

  /// As in the challenge.
  std::array<std::uint8_t, 8> token{};
};

inline bool read(Reader& in, PathResponse& message) {
  if (!in.bytes(message.token)) return false;
  return true;
}

inline bool write(Writer& out, const PathResponse& message) {
  if (!out.bytes(message.token)) return false;
  return true;
}

/// Asks for a token with which this client may take up its session again after it lost it.
/// From the client, reliable.
struct ResumeRequest {
  static constexpr std::uint8_t packetId = 0x0d;
  static constexpr std::size_t sizeMin = 33;
  static constexpr std::size_t sizeMax = 33;
  static constexpr bool padded = false;

  /// A fresh X25519 public key: the client key of the next session.
  std::array<std::uint8_t, 32> clientKey{};
};

inline bool read(Reader& in, ResumeRequest& message) {
  if (!in.bytes(message.clientKey)) return false;
  return true;
}

inline bool write(Writer& out, const ResumeRequest& message) {
  if (!out.bytes(message.clientKey)) return false;
  return true;
}

/// Answers ResumeRequest. The token granted before it is void.
/// From the server, reliable.
struct ResumeGrant {
  static constexpr std::uint8_t packetId = 0x0e;
  static constexpr std::size_t sizeMin = 35;
  static constexpr std::size_t sizeMax = 547;
  static constexpr bool padded = false;

  /// As in the request.
  std::array<std::uint8_t, 32> clientKey{};
  /// A connect token for this client key and the same character, as SESSION.md lays it out; empty when there is
  /// none.
  /// Up to 512 bytes.
  Bytes<512> token;
};

inline bool read(Reader& in, ResumeGrant& message) {
  if (!in.bytes(message.clientKey)) return false;
  if (!in.bytes(message.token)) return false;
  return true;
}

inline bool write(Writer& out, const ResumeGrant& message) {
  if (!out.bytes(message.clientKey)) return false;
  if (!out.bytes(message.token)) return false;
  return true;
}

}  // namespace tos
