// The folder that a job brings along: looked at before anything is copied, packed, and unpacked for its
// tasks.
#pragma once

#include <absl/status/statusor.h>
#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace aerie::taskrun {

struct DirectoryLimits {
  std::uint64_t total_bytes = 500ULL << 20;
  std::uint64_t files = 20'000;
};

struct DirectoryFile {
  std::string path;  // relative, '/'-separated
  std::filesystem::path source;
  std::uint64_t size = 0;
  bool executable = false;
};
struct DirectorySurvey {
  std::vector<DirectoryFile> files;  // by path
  std::uint64_t total_bytes = 0;
  std::vector<DirectoryFile> largest;  // at most 5, largest first
  std::string sizeText() const;        // "12 files, 3.4 MiB; largest: data/a.bin 3.0 MiB, ..."
};
// What would be packed: without .git, virtual environments, __pycache__ and the like, and without what
// `.aerieignore` at the top and `exclude` name: patterns as in ignore_rules.h, those of `exclude` last. Links
// to files inside are taken as files. ResourceExhausted over the limits, with the largest files named;
// InvalidArgument for links that lead out, devices, and names that no archive should hold. Changes nothing.
absl::StatusOr<DirectorySurvey> surveyDirectory(const std::filesystem::path& root,
                                                const DirectoryLimits& limits = {},
                                                const std::vector<std::string>& exclude = {});

struct PackedDirectory {
  std::string
      digest;  // of paths, executable bits and contents: the same folder gives the same digest anywhere
  std::uint64_t archive_bytes = 0;
};
// Writes a .tar.zst, atomically; the same files give the same bytes. Aborted when a file changes meanwhile.
absl::StatusOr<PackedDirectory> packDirectory(const DirectorySurvey& survey,
                                              const std::filesystem::path& archive);

// Unpacks into `target`, which must not exist. `digest` is what packDirectory() said. DataLoss when the
// contents differ; InvalidArgument for paths that lead out, links, devices, doubles; ResourceExhausted over
// the limits. After an error there is nothing at `target`.
absl::Status unpackDirectory(const std::filesystem::path& archive, const std::filesystem::path& target,
                             std::string_view digest, const DirectoryLimits& limits = {});

// What unpackDirectory() would say of the archive, without a file being made.
absl::Status checkPackedDirectory(const std::filesystem::path& archive, std::string_view digest,
                                  const DirectoryLimits& limits = {});

}  // namespace aerie::taskrun
