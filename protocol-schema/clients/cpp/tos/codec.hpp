// encode and decode, for every packet, struct and record of the generated headers.
#pragma once

#include <cstddef>
#include <cstdint>
#include <type_traits>

#include "reader.hpp"
#include "writer.hpp"

namespace tos {

/// Whether messages of this type start with an id: packets do, structs and records do not.
template <class Message, class = void>
struct IsPacket : std::false_type {};
template <class Message>
struct IsPacket<Message, std::void_t<decltype(Message::packetId)>> : std::true_type {};

/// Writes the message into `room` bytes at `out`. Returns its size, or a CodecFault; then what `out` holds is unspecified.
template <class Message>
std::int32_t encode(const Message& message, std::uint8_t* out, std::size_t room) {
  Writer writer(out, room);
  if constexpr (IsPacket<Message>::value) {
    if (!writer.u8(Message::packetId)) return writer.fault();
  }
  if (!write(writer, message)) return writer.fault();
  if constexpr (IsPacket<Message>::value) {
    if (writer.at() > Message::sizeMax) return CodecFault::tooLong;
    if (Message::padded && !writer.pad(Message::sizeMax)) return writer.fault();
  }
  return static_cast<std::int32_t>(writer.at());
}

/// Reads the message from the bytes [data, data + size). A packet must fill them exactly; a struct or record may end earlier.
/// Returns the number of bytes it took, or a CodecFault; then what `message` holds is unspecified. Groups that a record
/// does not carry stay as they were.
template <class Message>
std::int32_t decode(Message& message, const std::uint8_t* data, std::size_t size) {
  Reader reader(data, size);
  if constexpr (IsPacket<Message>::value) {
    if (!reader.open(Message::packetId, Message::sizeMin, Message::sizeMax)) return reader.fault();
  }
  if (!read(reader, message)) return reader.fault();
  if constexpr (IsPacket<Message>::value) {
    if (!reader.close(Message::padded)) return reader.fault();
  }
  return static_cast<std::int32_t>(reader.at());
}

/// The same for a delta record against a baseline that both sides hold. What may be shorter than a whole record is written as
/// differences to it.
template <class Record>
std::int32_t encodeDelta(const Record& message, const Record& baseline, std::uint8_t* out, std::size_t room) {
  Writer writer(out, room);
  return writeDelta(writer, message, baseline) ? static_cast<std::int32_t>(writer.at()) : writer.fault();
}

/// Needs the baseline that the sender had, which may be the message itself.
template <class Record>
std::int32_t decodeDelta(Record& message, const Record& baseline, const std::uint8_t* data, std::size_t size) {
  Reader reader(data, size);
  return readDelta(reader, message, baseline) ? static_cast<std::int32_t>(reader.at()) : reader.fault();
}

}  // namespace tos
