// What messages hold besides numbers: text, bytes and lists up to a cap. All of it lies inside the message itself; nothing
// is ever allocated, and nothing grows above its cap.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>

namespace tos {

/// Up to `Cap` elements. Elements at and above size() keep what was in them.
template <class Element, std::size_t Cap>
class List {
 public:
  static constexpr std::size_t capacity = Cap;

  std::size_t size() const { return size_; }
  bool empty() const { return size_ == 0; }
  void clear() { size_ = 0; }

  /// False, and nothing done, above the cap.
  bool resize(std::size_t size) {
    if (size > Cap) return false;
    size_ = static_cast<std::uint16_t>(size);
    return true;
  }

  /// False, and nothing done, when the list is full.
  bool add(const Element& element) {
    if (size_ == Cap) return false;
    elements_[size_++] = element;
    return true;
  }

  /// `index` is below size().
  Element& operator[](std::size_t index) { return elements_[index]; }
  const Element& operator[](std::size_t index) const { return elements_[index]; }
  Element* data() { return elements_.data(); }
  const Element* data() const { return elements_.data(); }
  Element* begin() { return elements_.data(); }
  Element* end() { return elements_.data() + size_; }
  const Element* begin() const { return elements_.data(); }
  const Element* end() const { return elements_.data() + size_; }

 private:
  static_assert(Cap <= 0xffff, "counts travel in two bytes at most");
  std::array<Element, Cap> elements_{};
  std::uint16_t size_ = 0;
};

/// Up to `Cap` bytes.
template <std::size_t Cap>
class Bytes : public List<std::uint8_t, Cap> {
 public:
  /// False, and nothing done, above the cap.
  bool assign(const std::uint8_t* bytes, std::size_t size) {
    if (!this->resize(size)) return false;
    if (size > 0) std::memcpy(this->data(), bytes, size);
    return true;
  }
};

/// UTF-8 of up to `Cap` bytes, without a zero behind it. Whether it is well-formed is checked when it is written.
template <std::size_t Cap>
class Text {
 public:
  static constexpr std::size_t capacity = Cap;

  std::string_view view() const { return {characters_.data(), size_}; }
  operator std::string_view() const { return view(); }

  /// False, and nothing done, when the text has more bytes than the cap.
  bool assign(std::string_view text) {
    if (text.size() > Cap) return false;
    if (!text.empty()) std::memcpy(characters_.data(), text.data(), text.size());
    size_ = static_cast<std::uint16_t>(text.size());
    return true;
  }

 private:
  static_assert(Cap <= 0xffff, "lengths travel in two bytes at most");
  std::array<char, Cap> characters_{};
  std::uint16_t size_ = 0;
};

/// Records that both sides hold by place, of which those at `places`, ascending, travel. Decoding leaves the other rows as they
/// were, and of a row the groups that did not come.
template <class Record, std::size_t Cap>
struct DeltaRows {
  std::array<Record, Cap> rows{};
  List<std::uint16_t, Cap> places;
  /// What both sides hold; null: nothing. Read while a message is encoded or decoded.
  const std::array<Record, Cap>* baseline = nullptr;

  const Record& held(std::size_t place) const {
    static const Record nothing{};
    return baseline == nullptr ? nothing : (*baseline)[place];
  }
};

}  // namespace tos
