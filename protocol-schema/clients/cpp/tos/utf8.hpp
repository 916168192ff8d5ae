// Well-formed UTF-8 (Unicode 15, table 3-7): no overlong forms, no surrogates, nothing above U+10FFFF.
#pragma once

#include <cstddef>
#include <cstdint>

namespace tos {

inline bool isWellFormedUtf8(const std::uint8_t* text, std::size_t size) {
  for (std::size_t at = 0; at < size;) {
    const std::uint8_t first = text[at];
    if (first < 0x80) {
      at++;
      continue;
    }
    if (first < 0xc2 || first > 0xf4) return false;
    const std::size_t length = first < 0xe0 ? 2 : first < 0xf0 ? 3 : 4;
    if (length > size - at) return false;
    const std::uint8_t least = first == 0xe0 ? 0xa0 : first == 0xf0 ? 0x90 : 0x80;
    const std::uint8_t most = first == 0xed ? 0x9f : first == 0xf4 ? 0x8f : 0xbf;
    if (text[at + 1] < least || text[at + 1] > most) return false;
    for (std::size_t i = 2; i < length; i++) {
      if ((text[at + i] & 0xc0) != 0x80) return false;
    }
    at += length;
  }
  return true;
}

}  // namespace tos
