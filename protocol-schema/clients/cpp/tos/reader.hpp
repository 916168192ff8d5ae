// Reads what STANDARD.md's section "Encodings" lays out, one value at a time. Never reads outside the given bytes; the first
// fault is kept, and every function returns false from then on when its caller stops at the first false.
#pragma once

#include <array>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>

#include "containers.hpp"
#include "fault.hpp"
#include "quantization.hpp"
#include "utf8.hpp"

namespace tos {

class Reader {
 public:
  Reader(const std::uint8_t* data, std::size_t size) : data_(data), size_(size) {}

  std::size_t at() const { return at_; }
  std::int32_t fault() const { return fault_; }

  /// Keeps the fault; false, so that it can be returned.
  bool fail(std::int32_t fault) {
    fault_ = fault;
    return false;
  }

  bool u8(std::uint8_t& value) { return integer(value); }
  bool u16(std::uint16_t& value) { return integer(value); }
  bool u32(std::uint32_t& value) { return integer(value); }
  bool i8(std::int8_t& value) { return integer(value); }
  bool i16(std::int16_t& value) { return integer(value); }
  bool i32(std::int32_t& value) { return integer(value); }

  bool varint(std::uint32_t& value) {
    value = 0;
    for (int shift = 0; shift < 35; shift += 7) {
      if (at_ == size_) return fail(CodecFault::truncated);
      const std::uint32_t byte = data_[at_++];
      if (shift == 28 && byte > 0x0f) return fail(CodecFault::outOfRange);
      value |= (byte & 0x7f) << shift;
      if (byte < 0x80) return byte > 0 || shift == 0 || fail(CodecFault::notCanonical);
    }
    return fail(CodecFault::outOfRange);
  }

  bool zigzag(std::int32_t& value) {
    std::uint32_t folded = 0;
    if (!varint(folded)) return false;
    value = static_cast<std::int32_t>((folded >> 1) ^ (0u - (folded & 1u)));
    return true;
  }

  bool f32(float& value) {
    std::uint32_t bits = 0;
    if (!u32(bits)) return false;
    std::memcpy(&value, &bits, sizeof value);
    return std::isfinite(value) || fail(CodecFault::outOfRange);
  }

  bool f64(double& value) {
    std::uint64_t bits = 0;
    if (!integer(bits)) return false;
    std::memcpy(&value, &bits, sizeof value);
    return std::isfinite(value) || fail(CodecFault::outOfRange);
  }

  bool boolean(bool& value) {
    std::uint8_t byte = 0;
    if (!u8(byte)) return false;
    value = byte == 1;
    return byte <= 1 || fail(CodecFault::outOfRange);
  }

  bool quantized(double& value, const Quantization& how) {
    std::uint32_t steps = 0;
    if (!unsignedBytes(steps, static_cast<std::size_t>(how.bytes))) return false;
    if (steps > how.stepsMax) return fail(CodecFault::outOfRange);
    value = how.value(steps);
    return true;
  }

  /// A mask, flags or presence bits: only those of `defined` may be set.
  template <class Unsigned>
  bool bits(Unsigned& value, std::uint32_t defined, std::size_t bytes = sizeof(Unsigned)) {
    std::uint32_t read = 0;
    if (!unsignedBytes(read, bytes)) return false;
    value = static_cast<Unsigned>(read);
    return (read & ~defined) == 0 || fail(CodecFault::outOfRange);
  }

  template <std::size_t Cap>
  bool text(Text<Cap>& value) {
    std::uint32_t size = 0;
    if (!length(size, Cap, 1)) return false;
    if (!isWellFormedUtf8(data_ + at_, size)) return fail(CodecFault::badText);
    value.assign({reinterpret_cast<const char*>(data_ + at_), size});
    at_ += size;
    return true;
  }

  template <std::size_t Size>
  bool bytes(std::array<std::uint8_t, Size>& value) {
    if (!has(Size)) return false;
    std::memcpy(value.data(), data_ + at_, Size);
    at_ += Size;
    return true;
  }

  template <std::size_t Cap>
  bool bytes(Bytes<Cap>& value) {
    std::uint32_t size = 0;
    if (!length(size, Cap, 1)) return false;
    value.assign(data_ + at_, size);
    at_ += size;
    return true;
  }

  /// The count of a list whose elements take at least `leastBytes` each.
  template <class Element, std::size_t Cap>
  bool count(List<Element, Cap>& list, std::size_t leastBytes) {
    std::uint32_t count = 0;
    return length(count, Cap, leastBytes) && list.resize(count);
  }

  /// The next place of a list of delta records, above the one before it.
  template <std::size_t Cap>
  bool place(List<std::uint16_t, Cap>& places, std::size_t index) {
    std::uint32_t value = 0;
    if (!unsignedBytes(value, Cap > 0x100 ? 2 : 1)) return false;
    if (value >= Cap) return fail(CodecFault::outOfRange);
    if (index > 0 && value <= places[index - 1]) return fail(CodecFault::notCanonical);
    places[index] = static_cast<std::uint16_t>(value);
    return true;
  }

  /// A packet's first byte, after the size of the whole message.
  bool open(std::uint8_t id, std::size_t sizeMin, std::size_t sizeMax) {
    if (sizeMin == sizeMax && size_ < sizeMax) return fail(CodecFault::truncated);
    if (size_ > sizeMax) return fail(sizeMin == sizeMax ? CodecFault::trailing : CodecFault::tooLong);
    std::uint8_t first = 0;
    return u8(first) && (first == id || fail(CodecFault::wrongId));
  }

  /// Nothing is left over, or for a padded packet nothing but zeros.
  bool close(bool padded) {
    if (!padded) return at_ == size_ || fail(CodecFault::trailing);
    while (at_ < size_) {
      if (data_[at_++] != 0) return fail(CodecFault::notCanonical);
    }
    return true;
  }

  /// An integer of two or four bytes as the difference to `then`. Four bytes wrap.
  template <class Integer>
  bool sum(Integer& value, Integer then, long long min, long long max) {
    std::int32_t difference = 0;
    if (!zigzag(difference)) return false;
    const long long sum = static_cast<long long>(then) + difference;
    const long long result = sizeof(Integer) == 4 ? static_cast<long long>(static_cast<Integer>(sum)) : sum;
    if (!within(result, min, max)) return false;
    value = static_cast<Integer>(result);
    return true;
  }

  bool sum(double& value, double then, const Quantization& how) {
    std::int32_t difference = 0;
    std::uint32_t steps = 0;
    if (!zigzag(difference)) return false;
    if (!how.toSteps(then, steps)) return fail(CodecFault::outOfRange);
    long long result = static_cast<long long>(steps) + difference;
    if (how.bytes == 4) result = static_cast<std::uint32_t>(result);
    if (!within(result, 0LL, static_cast<long long>(how.stepsMax))) return false;
    value = how.value(static_cast<std::uint32_t>(result));
    return true;
  }

  /// Parts of a turn, taken either way round.
  bool turn(std::uint16_t& value, std::uint16_t then) {
    std::int32_t difference = 0;
    if (!zigzag(difference)) return false;
    value = static_cast<std::uint16_t>(static_cast<std::uint32_t>(then) + static_cast<std::uint32_t>(difference));
    return true;
  }

  template <class Number, class Bound>
  bool within(Number value, Bound min, Bound max) {
    return (value >= min && value <= max) || fail(CodecFault::outOfRange);
  }

 private:
  bool has(std::size_t bytes) { return bytes <= size_ - at_ || fail(CodecFault::truncated); }

  template <class Integer>
  bool integer(Integer& value) {
    if (!has(sizeof value)) return false;
    std::uint64_t read = 0;
    for (std::size_t i = 0; i < sizeof value; i++) read |= static_cast<std::uint64_t>(data_[at_ + i]) << (8 * i);
    value = static_cast<Integer>(read);
    at_ += sizeof value;
    return true;
  }

  bool unsignedBytes(std::uint32_t& value, std::size_t bytes) {
    if (!has(bytes)) return false;
    value = 0;
    for (std::size_t i = 0; i < bytes; i++) value |= static_cast<std::uint32_t>(data_[at_ + i]) << (8 * i);
    at_ += bytes;
    return true;
  }

  /// A count or length; what it announces must still be there.
  bool length(std::uint32_t& value, std::size_t cap, std::size_t leastBytes) {
    if (!unsignedBytes(value, cap > 0xff ? 2 : 1)) return false;
    if (value > cap) return fail(CodecFault::tooLong);
    return has(value * leastBytes);
  }

  const std::uint8_t* data_;
  std::size_t size_;
  std::size_t at_ = 0;
  std::int32_t fault_ = 0;
};

}  // namespace tos
