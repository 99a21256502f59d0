// A working directory as the zip that Ray unpacks on its hosts.
#pragma once

#include <absl/status/statusor.h>
#include <cstdint>
#include <filesystem>
#include <map>
#include <string>
#include <vector>

namespace aerie::ray {

struct PackageOptions {
  // Globs, against the path in the directory and against each name in it. Added to what never travels: .git,
  // virtual environments, caches, build folders.
  std::vector<std::string> excludes;
  // Added at the root, over what the directory has: path -> content.
  std::map<std::string, std::string> extra;
  std::uint64_t max_upload = std::uint64_t{100} << 20;  // what Ray's dashboard takes
  std::uint64_t max_content = std::uint64_t{1} << 30;   // before compression
  std::size_t max_files = 20'000;
};

struct PackagedFile {
  std::string path;  // relative, with '/'
  std::uint64_t bytes = 0;
};

// What would travel, largest first, without reading it.
struct PackagePlan {
  std::vector<PackagedFile> files;
  std::uint64_t bytes = 0;
  std::vector<std::string> skipped_links;  // symbolic links do not travel
};

struct Package {
  std::string name;  // "_ray_pkg_<16 hex digits>.zip": the same content has the same name
  std::string zip;
  std::string uri() const { return "gcs://" + name; }
};

// NotFound: no such directory. ResourceExhausted: too many or too large files; the message names the largest.
absl::StatusOr<PackagePlan> planPackage(const std::filesystem::path& directory,
                                        const PackageOptions& options);
// An empty `directory` makes a package of the extra files alone.
absl::StatusOr<Package> makePackage(const std::filesystem::path& directory, const PackageOptions& options);

}  // namespace aerie::ray
