// What the test program does with a line: `decode Name hex` and `encode Name words…`. All bytes lie in blocks of exactly their
// size, so that the address sanitizer sees every step outside.
#pragma once

#include <iostream>
#include <memory>
#include <string>
#include <vector>

#include "tokens.hpp"

namespace tos {

/// One message of each type for all lines: what an earlier one left behind must not matter.
template <class Message>
Message& reused() {
  static Message message;
  return message;
}

/// The bytes in hexadecimal or the fault's name.
template <class Message>
std::string encodedInto(const Message& message, std::size_t room) {
  const std::unique_ptr<std::uint8_t[]> out(new std::uint8_t[room]);
  const std::int32_t size = encode(message, out.get(), room);
  return size < 0 ? codecFaultName(size) : "x" + hexOf(out.get(), static_cast<std::size_t>(size));
}

template <class Message>
std::string decodeLine(std::istream& words) {
  std::string hex;
  words >> hex;
  const std::string bytes = bytesOfHex(hex.substr(1));
  const std::unique_ptr<std::uint8_t[]> data(new std::uint8_t[bytes.size()]);
  if (!bytes.empty()) std::memcpy(data.get(), bytes.data(), bytes.size());
  Message& message = reused<Message>();
  const std::int32_t size = decode(message, data.get(), bytes.size());
  if (size < 0) return codecFaultName(size);
  TokenWriter fields;
  write(fields, message);
  return encodedInto(message, static_cast<std::size_t>(size)) + fields.line();
}

/// Rooms below `size`: all of a small one, some of a large one.
inline std::vector<std::size_t> roomsBelow(std::size_t size) {
  std::vector<std::size_t> rooms;
  for (std::size_t room = 0; room < size; room++) {
    if (size <= 40 || room < 3 || room == size / 2 || room + 9 >= size) rooms.push_back(room);
  }
  return rooms;
}

template <class Message>
std::string encodeLine(std::istream& words) {
  Message& message = reused<Message>();
  TokenReader fields(words);
  if (!read(fields, message)) return "inexpressible";
  const std::string encoded = encodedInto(message, 100'000);
  if (encoded[0] != 'x') return encoded;
  for (const std::size_t room : roomsBelow(encoded.size() / 2)) {
    const std::string result = encodedInto(message, room);
    if (result != "noRoom") return "room for " + std::to_string(room) + " gave " + result;
  }
  return encoded;
}

/// `delta Name words… words…`: the message, then the baseline.
template <class Record>
std::string deltaLine(std::istream& words) {
  static Record message, baseline;
  TokenReader fields(words);
  if (!read(fields, message) || !read(fields, baseline)) return "inexpressible";
  const auto into = [](std::size_t room) {
    const std::unique_ptr<std::uint8_t[]> out(new std::uint8_t[room]);
    const std::int32_t size = encodeDelta(message, baseline, out.get(), room);
    return size < 0 ? codecFaultName(size) : "x" + hexOf(out.get(), static_cast<std::size_t>(size));
  };
  const std::string encoded = into(100'000);
  if (encoded[0] != 'x') return encoded;
  for (const std::size_t room : roomsBelow(encoded.size() / 2)) {
    if (into(room) != "noRoom") return "room for " + std::to_string(room) + " was enough";
  }
  return encoded;
}

/// `undelta Name hex words…`: the bytes, then the baseline. Answers how many bytes it took, and the fields.
template <class Record>
std::string undeltaLine(std::istream& words) {
  static Record message, baseline;
  std::string hex;
  words >> hex;
  const std::string bytes = bytesOfHex(hex.substr(1));
  const std::unique_ptr<std::uint8_t[]> data(new std::uint8_t[bytes.size()]);
  if (!bytes.empty()) std::memcpy(data.get(), bytes.data(), bytes.size());
  TokenReader fields(words);
  if (!read(fields, baseline)) return "inexpressible";
  const std::int32_t size = decodeDelta(message, baseline, data.get(), bytes.size());
  if (size < 0) return codecFaultName(size);
  TokenWriter came;
  write(came, message);
  // The baseline may be the message itself.
  const std::int32_t again = decodeDelta(baseline, baseline, data.get(), bytes.size());
  TokenWriter same;
  write(same, baseline);
  return again == size && came.line() == same.line() ? std::to_string(size) + came.line() : "not so in place";
}

template <class Message>
std::string answer(const std::string& command, std::istream& words) {
  return command == "decode" ? decodeLine<Message>(words) : encodeLine<Message>(words);
}

}  // namespace tos
