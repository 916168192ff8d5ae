// Writes what STANDARD.md's section "Encodings" lays out, one value at a time. Never writes outside the given room; the first
// fault is kept.
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

/// What a varint takes.
constexpr int varintBytes(std::uint32_t value) {
  return value < 0x80 ? 1 : value < 0x4000 ? 2 : value < 0x200000 ? 3 : value < 0x10000000 ? 4 : 5;
}

/// Of a signed integer's bits: small ones of either sign become small.
constexpr std::uint32_t zigzagCode(std::uint32_t bits) {
  return (bits << 1) ^ ((bits >> 31) != 0 ? 0xffffffffu : 0u);
}

class Writer {
 public:
  Writer(std::uint8_t* out, std::size_t room) : out_(out), room_(room) {}

  std::size_t at() const { return at_; }
  std::int32_t fault() const { return fault_; }

  /// Keeps the fault; false, so that it can be returned.
  bool fail(std::int32_t fault) {
    fault_ = fault;
    return false;
  }

  bool u8(std::uint8_t value) { return unsignedBytes(value, 1); }
  bool u16(std::uint16_t value) { return unsignedBytes(value, 2); }
  bool u32(std::uint32_t value) { return unsignedBytes(value, 4); }
  bool i8(std::int8_t value) { return unsignedBytes(static_cast<std::uint8_t>(value), 1); }
  bool i16(std::int16_t value) { return unsignedBytes(static_cast<std::uint16_t>(value), 2); }
  bool i32(std::int32_t value) { return unsignedBytes(static_cast<std::uint32_t>(value), 4); }

  bool varint(std::uint32_t value) {
    for (; value >= 0x80; value >>= 7) {
      if (!unsignedBytes((value & 0x7f) | 0x80, 1)) return false;
    }
    return unsignedBytes(value, 1);
  }

  bool zigzag(std::int32_t value) {
    return varint(zigzagCode(static_cast<std::uint32_t>(value)));
  }

  bool f32(float value) {
    if (!std::isfinite(value)) return fail(CodecFault::outOfRange);
    std::uint32_t bits = 0;
    std::memcpy(&bits, &value, sizeof bits);
    return unsignedBytes(bits, 4);
  }

  bool f64(double value) {
    if (!std::isfinite(value)) return fail(CodecFault::outOfRange);
    std::uint64_t bits = 0;
    std::memcpy(&bits, &value, sizeof bits);
    return unsignedBytes(bits, 8);
  }

  bool boolean(bool value) { return unsignedBytes(value ? 1 : 0, 1); }

  bool quantized(double value, const Quantization& how) {
    std::uint32_t steps = 0;
    if (!how.toSteps(value, steps)) return fail(CodecFault::outOfRange);
    return unsignedBytes(steps, static_cast<std::size_t>(how.bytes));
  }

  /// A mask, flags or presence bits: only those of `defined` may be set.
  template <class Unsigned>
  bool bits(Unsigned value, std::uint32_t defined, std::size_t bytes = sizeof(Unsigned)) {
    if ((value & ~defined) != 0) return fail(CodecFault::outOfRange);
    return unsignedBytes(value, bytes);
  }

  template <std::size_t Cap>
  bool text(const Text<Cap>& value) {
    const std::string_view view = value.view();
    const auto* bytes = reinterpret_cast<const std::uint8_t*>(view.data());
    if (!isWellFormedUtf8(bytes, view.size())) return fail(CodecFault::badText);
    return length(view.size(), Cap) && copy(bytes, view.size());
  }

  template <std::size_t Size>
  bool bytes(const std::array<std::uint8_t, Size>& value) {
    return copy(value.data(), Size);
  }

  template <std::size_t Cap>
  bool bytes(const Bytes<Cap>& value) {
    return length(value.size(), Cap) && copy(value.data(), value.size());
  }

  template <class Element, std::size_t Cap>
  bool count(const List<Element, Cap>& list, std::size_t) {
    return length(list.size(), Cap);
  }

  /// A place of a list of delta records, above the one before it.
  template <std::size_t Cap>
  bool place(const List<std::uint16_t, Cap>& places, std::size_t index) {
    const std::uint16_t value = places[index];
    if (value >= Cap || (index > 0 && value <= places[index - 1])) return fail(CodecFault::outOfRange);
    return Cap > 0x100 ? u16(value) : u8(static_cast<std::uint8_t>(value));
  }

  /// What an integer of two or four bytes is above `then`, as zigzag writes it.
  template <class Integer>
  bool difference(std::uint32_t& code, Integer now, Integer then, long long min, long long max) {
    if (!within(static_cast<long long>(now), min, max)) return false;
    code = zigzagCode(static_cast<std::uint32_t>(now) - static_cast<std::uint32_t>(then));
    return true;
  }

  bool difference(std::uint32_t& code, double now, double then, const Quantization& how) {
    std::uint32_t steps = 0;
    std::uint32_t stepsThen = 0;
    if (!how.toSteps(now, steps) || !how.toSteps(then, stepsThen)) return fail(CodecFault::outOfRange);
    code = zigzagCode(steps - stepsThen);
    return true;
  }

  /// Parts of a turn, taken the shorter way round.
  bool turn(std::uint32_t& code, std::uint16_t now, std::uint16_t then) {
    const std::uint32_t around = (static_cast<std::uint32_t>(now) - then) & 0xffffu;
    code = zigzagCode(around < 0x8000u ? around : around | 0xffff0000u);
    return true;
  }

  /// Replaces an integer that was written before.
  void patch(std::size_t place, std::uint32_t value, std::size_t bytes) {
    for (std::size_t i = 0; i < bytes; i++) out_[place + i] = static_cast<std::uint8_t>(value >> (8 * i));
  }

  /// Zeros up to `size` bytes in all.
  bool pad(std::size_t size) {
    if (size > room_) return fail(CodecFault::noRoom);
    if (at_ < size) std::memset(out_ + at_, 0, size - at_);
    at_ = size;
    return true;
  }

  template <class Number, class Bound>
  bool within(Number value, Bound min, Bound max) {
    return (value >= min && value <= max) || fail(CodecFault::outOfRange);
  }

 private:
  bool unsignedBytes(std::uint64_t value, std::size_t bytes) {
    if (bytes > room_ - at_) return fail(CodecFault::noRoom);
    for (std::size_t i = 0; i < bytes; i++) out_[at_ + i] = static_cast<std::uint8_t>(value >> (8 * i));
    at_ += bytes;
    return true;
  }

  bool length(std::size_t value, std::size_t cap) { return unsignedBytes(value, cap > 0xff ? 2 : 1); }

  bool copy(const std::uint8_t* bytes, std::size_t size) {
    if (size > room_ - at_) return fail(CodecFault::noRoom);
    if (size > 0) std::memcpy(out_ + at_, bytes, size);
    at_ += size;
    return true;
  }

  std::uint8_t* out_;
  std::size_t room_;
  std::size_t at_ = 0;
  std::int32_t fault_ = 0;
};

}  // namespace tos
