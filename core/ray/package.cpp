#include "core/ray/package.h"

#include <algorithm>
#include <archive.h>
#include <archive_entry.h>
#include <fnmatch.h>
#include <memory>

#include "core/base/crypto.h"
#include "core/base/files.h"
#include "core/base/status.h"

namespace aerie::ray {
namespace {

namespace fs = std::filesystem;

constexpr const char* kNeverTravels[] = {
    ".git",          ".hg",         ".svn", "__pycache__",  "*.pyc", ".venv", "venv",       ".mypy_cache",
    ".pytest_cache", ".ruff_cache", ".tox", "node_modules", "build", "dist",  "*.egg-info", ".DS_Store"};

bool matches(const std::string& pattern, const std::string& path, const std::string& name) {
  return ::fnmatch(pattern.c_str(), name.c_str(), 0) == 0 ||
         ::fnmatch(pattern.c_str(), path.c_str(), FNM_PATHNAME) == 0;
}

bool excluded(const PackageOptions& options, const std::string& path, const std::string& name) {
  const auto hit = [&](const std::string& pattern) { return matches(pattern, path, name); };
  return std::any_of(std::begin(kNeverTravels), std::end(kNeverTravels), hit) ||
         std::any_of(options.excludes.begin(), options.excludes.end(), hit);
}

std::string sizeText(std::uint64_t bytes) {
  return fmt::format("{:.1f} MiB", static_cast<double>(bytes) / (1 << 20));
}

std::string largest(const PackagePlan& plan) {
  std::string out;
  for (std::size_t i = 0; i < std::min<std::size_t>(3, plan.files.size()); ++i)
    out += fmt::format("{}{} ({})", i == 0 ? "" : ", ", plan.files[i].path, sizeText(plan.files[i].bytes));
  return out;
}

struct WriterFree {
  void operator()(archive* writer) const { archive_write_free(writer); }
};

la_ssize_t appendTo(archive*, void* to, const void* data, std::size_t size) {
  static_cast<std::string*>(to)->append(static_cast<const char*>(data), size);
  return static_cast<la_ssize_t>(size);
}

class ZipWriter final {
 public:
  absl::Status open() {
    archive_write_set_format_zip(writer_.get());
    archive_write_set_bytes_per_block(writer_.get(), 0);
    return check(archive_write_open(writer_.get(), &out_, nullptr, appendTo, nullptr));
  }
  absl::Status add(const std::string& path, const std::string& content, bool executable) {
    const std::unique_ptr<archive_entry, void (*)(archive_entry*)> entry(archive_entry_new(),
                                                                         archive_entry_free);
    archive_entry_set_pathname_utf8(entry.get(), path.c_str());
    archive_entry_set_size(entry.get(), static_cast<la_int64_t>(content.size()));
    archive_entry_set_filetype(entry.get(), AE_IFREG);
    archive_entry_set_perm(entry.get(), executable ? 0755 : 0644);
    archive_entry_set_mtime(entry.get(), 946'684'800, 0);  // fixed: the same content gives the same bytes
    AERIE_RETURN_IF_ERROR(check(archive_write_header(writer_.get(), entry.get())));
    if (content.empty()) return absl::OkStatus();
    const la_ssize_t n = archive_write_data(writer_.get(), content.data(), content.size());
    return check(n == static_cast<la_ssize_t>(content.size()) ? ARCHIVE_OK : ARCHIVE_FATAL);
  }
  absl::StatusOr<std::string> finish() {
    AERIE_RETURN_IF_ERROR(check(archive_write_close(writer_.get())));
    return std::move(out_);
  }

 private:
  absl::Status check(int code) {
    if (code >= ARCHIVE_WARN) return absl::OkStatus();
    const char* problem = archive_error_string(writer_.get());
    return invalidArgument("the working directory cannot be packaged: {}",
                           problem != nullptr ? problem : "unknown");
  }
  std::string out_;
  std::unique_ptr<archive, WriterFree> writer_{archive_write_new()};
};

absl::Status collect(const fs::path& directory, const PackageOptions& options, PackagePlan& plan) {
  std::error_code error;
  fs::recursive_directory_iterator it(directory, error);
  if (error)
    return notFound("working directory '{}' cannot be read: {}", directory.string(), error.message());
  while (it != fs::recursive_directory_iterator()) {
    const fs::directory_entry entry = *it;
    const std::string path = entry.path().lexically_relative(directory).generic_string();
    const fs::file_status status = entry.symlink_status(error);
    if (excluded(options, path, entry.path().filename().string())) {
      if (fs::is_directory(status)) it.disable_recursion_pending();
    } else if (fs::is_symlink(status)) {
      plan.skipped_links.push_back(path);
    } else if (fs::is_regular_file(status) && !options.extra.contains(path)) {
      const std::uintmax_t bytes = entry.file_size(error);
      plan.files.push_back({path, error ? 0 : bytes});
      plan.bytes += plan.files.back().bytes;
      if (plan.files.size() > options.max_files)
        return resourceExhausted(
            "working directory '{}' has more than {} files; exclude what the job does not need",
            directory.string(), options.max_files);
    }
    it.increment(error);
    if (error)
      return notFound("working directory '{}' cannot be read: {}", directory.string(), error.message());
  }
  return absl::OkStatus();
}

}  // namespace

absl::StatusOr<PackagePlan> planPackage(const fs::path& directory, const PackageOptions& options) {
  PackagePlan plan;
  if (!directory.empty()) AERIE_RETURN_IF_ERROR(collect(directory, options, plan));
  for (const auto& [path, content] : options.extra) {
    plan.files.push_back({path, content.size()});
    plan.bytes += content.size();
  }
  std::sort(plan.files.begin(), plan.files.end(), [](const PackagedFile& a, const PackagedFile& b) {
    return a.bytes != b.bytes ? a.bytes > b.bytes : a.path < b.path;
  });
  if (plan.bytes > options.max_content)
    return resourceExhausted("working directory '{}' holds {} where {} may travel; exclude the largest: {}",
                             directory.string(), sizeText(plan.bytes), sizeText(options.max_content),
                             largest(plan));
  return plan;
}

absl::StatusOr<Package> makePackage(const fs::path& directory, const PackageOptions& options) {
  AERIE_ASSIGN_OR_RETURN(PackagePlan plan, planPackage(directory, options));
  const std::string biggest = largest(plan);
  std::sort(plan.files.begin(), plan.files.end(),
            [](const PackagedFile& a, const PackagedFile& b) { return a.path < b.path; });
  ZipWriter zip;
  AERIE_RETURN_IF_ERROR(zip.open());
  Sha256 digest;
  for (const PackagedFile& file : plan.files) {
    const auto extra = options.extra.find(file.path);
    std::string content;
    bool executable = false;
    if (extra != options.extra.end()) {
      content = extra->second;
    } else {
      AERIE_ASSIGN_OR_RETURN(content, readFile(directory / file.path, options.max_content));
      std::error_code error;
      executable =
          (fs::status(directory / file.path, error).permissions() & fs::perms::owner_exec) != fs::perms::none;
    }
    digest.update(fmt::format("{}:{}:{}:{}\n", file.path.size(), file.path, content.size(), executable));
    digest.update(content);
    AERIE_RETURN_IF_ERROR(zip.add(file.path, content, executable));
  }
  Package package;
  package.name = "_ray_pkg_" + digest.hex().substr(0, 16) + ".zip";
  AERIE_ASSIGN_OR_RETURN(package.zip, zip.finish());
  if (package.zip.size() > options.max_upload)
    return resourceExhausted("the packed working directory has {} and Ray takes {}; exclude the largest: {}",
                             sizeText(package.zip.size()), sizeText(options.max_upload), biggest);
  return package;
}

}  // namespace aerie::ray
