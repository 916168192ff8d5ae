// A message as a line of words, to and from: the test's other end writes and reads the same words from the schema. These classes
// stand in for Reader and Writer and take everything, valid or not, because refusing is the codec's part.
#pragma once

#include <sstream>
#include <string>

#include "codec.hpp"

namespace tos {

inline std::string hexOf(const std::uint8_t* bytes, std::size_t size) {
  static const char* digits = "0123456789abcdef";
  std::string text;
  for (std::size_t i = 0; i < size; i++) {
    text += digits[bytes[i] >> 4];
    text += digits[bytes[i] & 15];
  }
  return text;
}

inline std::string bytesOfHex(const std::string& hex) {
  std::string bytes;
  for (std::size_t i = 0; i + 1 < hex.size(); i += 2) bytes += static_cast<char>(std::stoi(hex.substr(i, 2), nullptr, 16));
  return bytes;
}

class TokenReader {
 public:
  explicit TokenReader(std::istream& words) : words_(words) {}

  bool fail(std::int32_t) { return true; }

  template <class Number, class Bound>
  bool within(Number, Bound, Bound) {
    return true;
  }

  bool u8(std::uint8_t& value) { return integer(value); }
  bool u16(std::uint16_t& value) { return integer(value); }
  bool u32(std::uint32_t& value) { return integer(value); }
  bool i8(std::int8_t& value) { return integer(value); }
  bool i16(std::int16_t& value) { return integer(value); }
  bool i32(std::int32_t& value) { return integer(value); }
  bool varint(std::uint32_t& value) { return integer(value); }
  bool zigzag(std::int32_t& value) { return integer(value); }
  bool boolean(bool& value) { return integer(value); }

  template <class Unsigned>
  bool bits(Unsigned& value, std::uint32_t, std::size_t = 0) {
    return integer(value);
  }

  bool f64(double& value) {
    std::string word;
    if (!(words_ >> word)) return false;
    const std::uint64_t bits = std::stoull(word, nullptr, 16);
    std::memcpy(&value, &bits, sizeof value);
    return true;
  }

  bool f32(float& value) {
    double wide = 0;
    if (!f64(wide)) return false;
    value = static_cast<float>(wide);
    return true;
  }

  bool quantized(double& value, const Quantization&) { return f64(value); }

  template <std::size_t Cap>
  bool text(Text<Cap>& value) {
    std::string read;
    return blob(read) && value.assign(read);
  }

  template <std::size_t Size>
  bool bytes(std::array<std::uint8_t, Size>& value) {
    std::string read;
    if (!blob(read) || read.size() != Size) return false;
    std::memcpy(value.data(), read.data(), Size);
    return true;
  }

  template <std::size_t Cap>
  bool bytes(Bytes<Cap>& value) {
    std::string read;
    return blob(read) && value.assign(reinterpret_cast<const std::uint8_t*>(read.data()), read.size());
  }

  template <class Element, std::size_t Cap>
  bool count(List<Element, Cap>& list, std::size_t) {
    std::uint32_t count = 0;
    return integer(count) && list.resize(count);
  }

  template <std::size_t Cap>
  bool place(List<std::uint16_t, Cap>& places, std::size_t index) {
    return integer(places[index]);
  }

 private:
  template <class Integer>
  bool integer(Integer& value) {
    long long number = 0;
    if (!(words_ >> number)) return false;
    value = static_cast<Integer>(number);
    return true;
  }

  /// `x`, so that no bytes at all are a word too, and hexadecimal.
  bool blob(std::string& value) {
    std::string word;
    if (!(words_ >> word)) return false;
    value = bytesOfHex(word.substr(1));
    return true;
  }

  std::istream& words_;
};

class TokenWriter {
 public:
  std::string line() const { return words_.str(); }

  bool fail(std::int32_t) { return true; }

  template <class Number, class Bound>
  bool within(Number, Bound, Bound) {
    return true;
  }

  bool u8(std::uint8_t value) { return word(+value); }
  bool u16(std::uint16_t value) { return word(value); }
  bool u32(std::uint32_t value) { return word(value); }
  bool i8(std::int8_t value) { return word(+value); }
  bool i16(std::int16_t value) { return word(value); }
  bool i32(std::int32_t value) { return word(value); }
  bool varint(std::uint32_t value) { return word(value); }
  bool zigzag(std::int32_t value) { return word(value); }
  bool boolean(bool value) { return word(value ? 1 : 0); }

  bool bits(std::uint32_t value, std::uint32_t, std::size_t = 0) { return word(value); }

  bool f64(double value) {
    std::uint8_t bytes[sizeof value];
    std::memcpy(bytes, &value, sizeof value);
    std::uint8_t turned[sizeof value];
    for (std::size_t i = 0; i < sizeof value; i++) turned[i] = bytes[sizeof value - 1 - i];
    return word(hexOf(turned, sizeof turned));
  }

  bool f32(float value) { return f64(static_cast<double>(value)); }
  bool quantized(double value, const Quantization&) { return f64(value); }

  template <std::size_t Cap>
  bool text(const Text<Cap>& value) {
    return blob(reinterpret_cast<const std::uint8_t*>(value.view().data()), value.view().size());
  }

  template <std::size_t Size>
  bool bytes(const std::array<std::uint8_t, Size>& value) {
    return blob(value.data(), Size);
  }

  template <std::size_t Cap>
  bool bytes(const Bytes<Cap>& value) {
    return blob(value.data(), value.size());
  }

  template <class Element, std::size_t Cap>
  bool count(const List<Element, Cap>& list, std::size_t) {
    return word(list.size());
  }

  template <std::size_t Cap>
  bool place(const List<std::uint16_t, Cap>& places, std::size_t index) {
    return word(places[index]);
  }

 private:
  template <class Word>
  bool word(const Word& value) {
    words_ << ' ' << value;
    return true;
  }

  bool blob(const std::uint8_t* bytes, std::size_t size) { return word("x" + hexOf(bytes, size)); }

  std::ostringstream words_;
};

/// In words a row of a list stands whole.
template <class Record>
bool readDelta(TokenReader& in, Record& message, const Record&) {
  return read(in, message);
}

template <class Record>
bool writeDelta(TokenWriter& out, const Record& message, const Record&) {
  return write(out, message);
}

}  // namespace tos
