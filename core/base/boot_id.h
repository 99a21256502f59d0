// Which start of the machine this is: what was noted with the monotonic clock, or with process numbers, means
// something to another process only within the same one.
#pragma once

#include <string>

#include "core/base/files.h"

namespace aerie {

// Linux makes a new one whenever it starts; "" where it cannot be read.
inline const std::string& bootId() {
  static const std::string id = [] {
    std::string text = readFile("/proc/sys/kernel/random/boot_id").value_or("");
    while (!text.empty() && text.back() == '\n') text.pop_back();
    return text;
  }();
  return id;
}

}  // namespace aerie
