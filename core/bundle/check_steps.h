// A bundle checked step by step, for people who want to see where it fails. Writes nothing; any thread.
#pragma once

#include "core/bundle/bundle.h"

namespace aerie::bundle {

// In the order in which they are made; a step after the one that failed was not made.
enum class CheckStep {
  kArchive,    // the file is there, and is an archive of the known shape
  kManifest,   // its first entry, readable and of a known format
  kSignature,  // fits the manifest
  kDigests,    // every file is the one that the manifest lists
  kContents,   // configs, self-test and statistics agree with each other
};

// inspect(), and in `step` the one that failed (after an error) or the last one. An unsigned bundle is
// refused with PermissionDenied at kSignature: no registry takes one.
absl::StatusOr<BundleInfo> inspectSigned(const std::filesystem::path& archive, CheckStep& step,
                                         const Limits& limits = {});

}  // namespace aerie::bundle
