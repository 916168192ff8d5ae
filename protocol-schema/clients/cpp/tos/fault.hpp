// Why a message could not be encoded or decoded. All below 0, so that one number is either a size or the fault.
#pragma once

#include <cstdint>

namespace tos {

namespace CodecFault {
/// Encoding: the message does not fit into the room.
constexpr std::int32_t noRoom = -1;
/// A number outside its range, NaN, an unknown enum value, an undefined flag, mask or presence bit.
constexpr std::int32_t outOfRange = -2;
/// A text, byte field or list above its cap, or a whole message above its size.
constexpr std::int32_t tooLong = -3;
/// Decoding: the message ends before its fields do.
constexpr std::int32_t truncated = -4;
/// Decoding: bytes are left over behind the fields.
constexpr std::int32_t trailing = -5;
/// Decoding: the first byte is another packet's id.
constexpr std::int32_t wrongId = -6;
/// Text that is no well-formed UTF-8.
constexpr std::int32_t badText = -7;
/// Decoding: a varint longer than needed, differences no shorter than the values, or padding that is not zero.
constexpr std::int32_t notCanonical = -8;
/// Decoding: differences to a baseline that does not hold that group.
constexpr std::int32_t noBaseline = -9;
}  // namespace CodecFault

/// For logs: `noRoom` …; `unknown` for any other number.
inline const char* codecFaultName(std::int32_t fault) {
  switch (fault) {
    case CodecFault::noRoom: return "noRoom";
    case CodecFault::outOfRange: return "outOfRange";
    case CodecFault::tooLong: return "tooLong";
    case CodecFault::truncated: return "truncated";
    case CodecFault::trailing: return "trailing";
    case CodecFault::wrongId: return "wrongId";
    case CodecFault::badText: return "badText";
    case CodecFault::notCanonical: return "notCanonical";
    case CodecFault::noBaseline: return "noBaseline";
    default: return "unknown";
  }
}

}  // namespace tos
