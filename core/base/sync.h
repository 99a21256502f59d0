// Making files survive a power cut: one wait for the disk, however many were written.
#pragma once

#include <absl/status/status.h>
#include <filesystem>

namespace aerie {

// When this answers OK, everything that was written before the call to the file system that holds `path`,
// names included, is on its disk. Blocks for as long as the disk takes, which includes what others wrote.
// NotFound for a path that isn't there; DataLoss when something could not be written: it names `path`, though
// a file of somebody else may be the one that is damaged.
absl::Status syncFilesystem(const std::filesystem::path& path);

}  // namespace aerie
