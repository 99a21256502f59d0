// Bounds for who packs a working directory for a daemon. How large one may be is the daemon's to say, which
// refuses it with its own limits; this only ends a walk through a whole disk.
#pragma once

#include "core/taskrun/working_directory.h"

namespace aerie::taskrun {

inline constexpr DirectoryLimits kAnyDirectory{1ULL << 50, 2'000'000};

}  // namespace aerie::taskrun
