// Numbers that travel as a count of steps, calculated in the order that STANDARD.md gives, so that both sides agree on
// every bit. A client that predicts movement must move by rounded(wish), which is what the server will read.
#pragma once

#include <cfloat>
#include <cmath>
#include <cstdint>
#include <limits>

#if defined(__FAST_MATH__) || FLT_EVAL_METHOD == 2 || FLT_EVAL_METHOD < 0
#error "double arithmetic must be exact: compile without -ffast-math, and on 32-bit x86 with -mfpmath=sse -msse2"
#endif

namespace tos {

struct Quantization {
  double min;
  double max;
  /// The step is numerator / denominator.
  double numerator;
  double denominator;
  /// The highest number of steps.
  std::uint32_t stepsMax;
  /// Width on the wire, 1 to 4.
  int bytes;
  /// Numbers outside the range are brought in by whole turns, not clamped; `max` is `min` again.
  bool wraps;

  /// The nearest number of steps, within the range. False for NaN, and where the range wraps for what is infinite or so far
  /// away that a double has no whole steps there.
  bool toSteps(double number, std::uint32_t& steps) const {
    // By way of memory, so that no compiler joins a product and a sum into one rounding.
    volatile double scaled = (number - min) * denominator / numerator;
    double whole = std::floor(scaled + 0.5);
    if (wraps) {
      const double turn = static_cast<double>(stepsMax) + 1.0;
      volatile double turns = std::floor(whole / turn) * turn;
      whole -= turns;
      if (!(whole >= 0 && whole <= stepsMax)) return false;
    } else {
      if (std::isnan(number)) return false;
      if (number <= min) whole = 0;
      if (number >= max) whole = stepsMax;
    }
    steps = static_cast<std::uint32_t>(whole);
    return true;
  }

  double value(std::uint32_t steps) const {
    volatile double scaled = steps * numerator / denominator;
    return scaled + min;
  }

  /// What arrives when `number` is sent; NaN for a number that cannot be.
  double rounded(double number) const {
    std::uint32_t steps = 0;
    return toSteps(number, steps) ? value(steps) : std::numeric_limits<double>::quiet_NaN();
  }
};

}  // namespace tos
