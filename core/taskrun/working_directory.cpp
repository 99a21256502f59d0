#include "core/taskrun/working_directory.h"

#include <algorithm>
#include <archive.h>
#include <archive_entry.h>
#include <array>
#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <functional>
#include <memory>
#include <set>
#include <sys/stat.h>
#include <utility>

#include "core/base/crypto.h"
#include "core/base/files.h"
#include "core/base/ids.h"
#include "core/base/status.h"
#include "core/taskrun/ignore_rules.h"
#include "core/taskrun/owned_fd.h"

namespace aerie::taskrun {
namespace {

namespace fs = std::filesystem;

constexpr char kIgnoreFile[] = ".aerieignore";
constexpr std::size_t kMaxPath = 1000;
constexpr std::size_t kMaxDepth = 64;
constexpr std::size_t kBlock = 1 << 17;

std::string sizeOf(std::uint64_t bytes) {
  if (bytes < 1024) return fmt::format("{} bytes", bytes);
  if (bytes < 1024 * 1024) return fmt::format("{:.1f} KiB", static_cast<double>(bytes) / 1024);
  return fmt::format("{:.1f} MiB", static_cast<double>(bytes) / 1048576);
}

absl::Status checkRelativePath(std::string_view path) {
  const auto refuse = [&](std::string_view why) {
    return invalidArgument("'{}' {}", path.substr(0, 200), why);
  };
  if (path.empty() || path.size() > kMaxPath) return refuse("has an empty name or one over 1000 characters");
  if (path.front() == '/') return refuse("is an absolute path");
  std::size_t depth = 0;
  for (std::size_t begin = 0; begin <= path.size();) {
    const std::size_t end = std::min(path.find('/', begin), path.size());
    const std::string_view part = path.substr(begin, end - begin);
    if (part == "..") return refuse("leads out with '..'");
    if (part.empty() || part == "." || part.size() > 255) return refuse("has an empty, '.' or too long part");
    if (++depth > kMaxDepth) return refuse("is nested too deeply");
    begin = end + 1;
  }
  const bool plain = std::all_of(path.begin(), path.end(),
                                 [](char c) { return static_cast<unsigned char>(c) >= 0x20 && c != 0x7f; });
  return plain ? absl::OkStatus() : refuse("has control characters in its name; rename it");
}

class Surveyor {
 public:
  Surveyor(fs::path root, IgnoreRules rules, const DirectoryLimits& limits)
      : root_(std::move(root)), rules_(std::move(rules)), limits_(limits) {}

  absl::Status walk(const fs::path& folder, const std::string& prefix) {
    std::error_code error;
    for (fs::directory_iterator it(folder, error), end; !error && it != end; it.increment(error))
      AERIE_RETURN_IF_ERROR(take(it->path(), prefix + it->path().filename().string()));
    if (error) return permissionDenied("{}: cannot be listed: {}", folder.string(), error.message());
    return absl::OkStatus();
  }
  DirectorySurvey result() {
    std::sort(out_.files.begin(), out_.files.end(),
              [](const auto& a, const auto& b) { return a.path < b.path; });
    out_.largest = out_.files;
    const auto by_size = [](const auto& a, const auto& b) {
      return a.size != b.size ? a.size > b.size : a.path < b.path;
    };
    std::sort(out_.largest.begin(), out_.largest.end(), by_size);
    if (out_.largest.size() > 5) out_.largest.resize(5);
    return std::move(out_);
  }

 private:
  absl::Status take(const fs::path& path, const std::string& relative) {
    struct stat about {};
    if (::lstat(path.c_str(), &about) != 0)
      return aborted("{}: went away while it was looked at", path.string());
    const bool folder = S_ISDIR(about.st_mode);
    if (rules_.ignores(relative, folder)) return absl::OkStatus();
    AERIE_RETURN_IF_ERROR(withContext(checkRelativePath(relative), root_.string()));
    std::error_code error;
    if (folder) {
      if (fs::exists(path / "pyvenv.cfg", error))
        return absl::OkStatus();  // a virtual environment of any name
      return walk(path, relative + "/");
    }
    fs::path source = path;
    if (S_ISLNK(about.st_mode)) {
      source = fs::canonical(path, error);
      const std::string inside = root_.string() + "/";
      if (error || source.string().rfind(inside, 0) != 0 || ::lstat(source.c_str(), &about) != 0 ||
          !S_ISREG(about.st_mode)) {
        return invalidArgument(
            "{}: is a link that leads to no file of the working directory; copy what it names, "
            "or put it into {}",
            path.string(), kIgnoreFile);
      }
    }
    if (!S_ISREG(about.st_mode))
      return invalidArgument("{}: is a device, pipe or socket; put it into {}", path.string(), kIgnoreFile);
    out_.files.push_back(
        {relative, source, static_cast<std::uint64_t>(about.st_size), (about.st_mode & 0111) != 0});
    out_.total_bytes += out_.files.back().size;
    if (out_.files.size() > limits_.files * 10 + 1000)
      return resourceExhausted("{}: has over {} files; is it the right directory?", root_.string(),
                               out_.files.size() - 1);
    return absl::OkStatus();
  }

  const fs::path root_;
  const IgnoreRules rules_;
  const DirectoryLimits limits_;
  DirectorySurvey out_;
};

// The digest of a folder, file by file in the order of their paths.
class DirectoryDigest {
 public:
  void add(std::string_view path, bool executable, std::uint64_t size, std::string_view content) {
    all_.update(fmt::format("{}:{}\n{} {} {}\n", path.size(), path, executable ? 'x' : '-', size, content));
  }
  std::string hex() { return all_.hex(); }

 private:
  Sha256 all_;
};

struct WriterCloser {
  void operator()(archive* writer) const { archive_write_free(writer); }
};
struct ReaderCloser {
  void operator()(archive* reader) const { archive_read_free(reader); }
};
struct EntryCloser {
  void operator()(archive_entry* entry) const { archive_entry_free(entry); }
};

absl::Status archiveFailure(archive* handle, const fs::path& file, std::string_view what) {
  const char* words = archive_error_string(handle);
  const std::string text =
      fmt::format("{}: {}: {}", file.string(), what, words == nullptr ? "unknown error" : words);
  return archive_errno(handle) == ENOSPC ? resourceExhausted("{}", text) : unavailable("{}", text);
}

absl::Status packFile(archive* writer, const DirectoryFile& file, const fs::path& to,
                      DirectoryDigest& digest) {
  const OwnedFd fd(::open(file.source.c_str(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK));
  if (!fd) return aborted("{}: cannot be read any more; try again", file.source.string());
  const std::unique_ptr<archive_entry, EntryCloser> entry(archive_entry_new());
  archive_entry_set_pathname(entry.get(), file.path.c_str());
  archive_entry_set_size(entry.get(), static_cast<la_int64_t>(file.size));
  archive_entry_set_filetype(entry.get(), AE_IFREG);
  archive_entry_set_perm(entry.get(), file.executable ? 0755 : 0644);
  archive_entry_set_mtime(entry.get(), 0, 0);
  if (archive_write_header(writer, entry.get()) != ARCHIVE_OK)
    return archiveFailure(writer, to, "cannot be written");
  Sha256 content;
  std::vector<char> block(kBlock);
  std::uint64_t done = 0;
  ssize_t n = 0;
  while ((n = ::read(fd.get(), block.data(), block.size())) > 0) {
    done += static_cast<std::uint64_t>(n);
    if (done > file.size) break;
    content.update({block.data(), static_cast<std::size_t>(n)});
    if (archive_write_data(writer, block.data(), static_cast<std::size_t>(n)) != n)
      return archiveFailure(writer, to, "cannot be written");
  }
  if (n < 0 || done != file.size)
    return aborted("{}: changed while it was packed; try again", file.source.string());
  digest.add(file.path, file.executable, file.size, content.hex());
  return absl::OkStatus();
}

class Unpacker {
 public:
  // An empty target: nothing is written.
  Unpacker(const fs::path& archive_file, const fs::path& target, const DirectoryLimits& limits)
      : file_(archive_file), target_(target), limits_(limits) {}

  absl::StatusOr<std::string> run() {
    reader_.reset(archive_read_new());
    archive_read_support_format_tar(reader_.get());
    archive_read_support_filter_zstd(reader_.get());
    if (archive_read_open_filename(reader_.get(), file_.c_str(), kBlock) != ARCHIVE_OK) return damaged();
    archive_entry* entry = nullptr;
    int code = ARCHIVE_OK;
    while ((code = archive_read_next_header(reader_.get(), &entry)) == ARCHIVE_OK)
      AERIE_RETURN_IF_ERROR(readEntry(entry));
    if (code != ARCHIVE_EOF) return damaged();
    return digest_.hex();
  }

 private:
  absl::Status damaged() const {
    const char* words = archive_error_string(reader_.get());
    return dataLoss("{}: the archive of a working directory is damaged ({}); submit the job again",
                    file_.string(), words == nullptr ? "unknown error" : words);
  }

  absl::Status readEntry(archive_entry* entry) {
    const char* raw = archive_entry_pathname(entry);
    if (raw == nullptr) return invalidArgument("{}: an entry has no readable name", file_.string());
    const std::string path = raw;
    AERIE_RETURN_IF_ERROR(withContext(checkRelativePath(path), file_.string()));
    if (archive_entry_hardlink(entry) != nullptr || archive_entry_filetype(entry) != AE_IFREG)
      return invalidArgument("{}: entry '{}' is a link, folder or device; refused", file_.string(), path);
    const auto size = static_cast<std::uint64_t>(std::max<la_int64_t>(0, archive_entry_size(entry)));
    if (++files_ > limits_.files || size > limits_.total_bytes - total_) {
      return resourceExhausted("{}: unpacks to more than {} files or {}; refused", file_.string(),
                               limits_.files, sizeOf(limits_.total_bytes));
    }
    total_ += size;
    if (!names_.insert(path).second)
      return invalidArgument("{}: entry '{}' is there twice", file_.string(), path);
    return readOut(path, size, (archive_entry_perm(entry) & 0111) != 0);
  }

  absl::StatusOr<OwnedFd> make(const fs::path& to, bool executable) const {
    AERIE_RETURN_IF_ERROR(makeDirectories(to.parent_path()));
    // The target is new and no entry makes a link: no folder on the way can lead out.
    OwnedFd fd(
        ::open(to.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, executable ? 0755 : 0644));
    if (!fd && errno == ENOSPC) return resourceExhausted("{}: cannot be made; the disk is full", to.string());
    if (!fd) return unavailable("{}: cannot be made", to.string());
    return fd;
  }

  absl::Status readOut(const std::string& path, std::uint64_t size, bool executable) {
    const fs::path to = target_ / path;
    OwnedFd fd;
    if (!target_.empty()) {
      AERIE_ASSIGN_OR_RETURN(fd, make(to, executable));
    }
    Sha256 content;
    std::uint64_t done = 0;
    la_ssize_t n = 0;
    while ((n = archive_read_data(reader_.get(), block_.data(), block_.size())) > 0) {
      done += static_cast<std::uint64_t>(n);
      if (done > size) break;
      content.update({block_.data(), static_cast<std::size_t>(n)});
      if (fd && ::write(fd.get(), block_.data(), static_cast<std::size_t>(n)) != n)
        return resourceExhausted("{}: cannot be written; is the disk full?", to.string());
    }
    if (n < 0 || done != size) return damaged();
    digest_.add(path, executable, size, content.hex());
    return absl::OkStatus();
  }

  const fs::path file_, target_;
  const DirectoryLimits limits_;
  std::unique_ptr<archive, ReaderCloser> reader_;
  std::vector<char> block_ = std::vector<char>(kBlock);
  DirectoryDigest digest_;
  std::set<std::string> names_;
  std::uint64_t files_ = 0, total_ = 0;
};

}  // namespace

std::string DirectorySurvey::sizeText() const {
  std::string out = fmt::format("{} files, {}", files.size(), sizeOf(total_bytes));
  for (std::size_t i = 0; i < largest.size(); ++i)
    out += fmt::format("{} {} {}", i == 0 ? "; largest:" : ",", largest[i].path, sizeOf(largest[i].size));
  return out;
}

absl::StatusOr<DirectorySurvey> surveyDirectory(const fs::path& root, const DirectoryLimits& limits,
                                                const std::vector<std::string>& exclude) {
  std::error_code error;
  const fs::path real = fs::canonical(root, error);
  if (error || !fs::is_directory(real, error))
    return notFound("{}: the working directory is not there, or is no directory", root.string());
  IgnoreRules rules = IgnoreRules::standard();
  if (const auto text = readFile(real / kIgnoreFile, 1U << 20); text.ok()) {
    AERIE_ASSIGN_OR_RETURN(const IgnoreRules own, IgnoreRules::parse(*text, (root / kIgnoreFile).string()));
    rules = rules.with(own);
  } else if (!absl::IsNotFound(text.status())) {
    return text.status();
  }
  AERIE_ASSIGN_OR_RETURN(const IgnoreRules more,
                         IgnoreRules::parse(fmt::format("{}", fmt::join(exclude, "\n")), "exclude"));
  rules = rules.with(more);
  Surveyor surveyor(real, std::move(rules), limits);
  AERIE_RETURN_IF_ERROR(surveyor.walk(real, ""));
  DirectorySurvey out = surveyor.result();
  if (out.total_bytes > limits.total_bytes || out.files.size() > limits.files) {
    return resourceExhausted(
        "{}: too large to go with a job: {}; the limit is {} files and {}; put what tasks "
        "don't need into {}, or into the job file's environment.exclude",
        root.string(), out.sizeText(), limits.files, sizeOf(limits.total_bytes), kIgnoreFile);
  }
  return out;
}

absl::StatusOr<PackedDirectory> packDirectory(const DirectorySurvey& survey, const fs::path& target) {
  AERIE_RETURN_IF_ERROR(makeDirectories(target.parent_path(), 0750));
  const fs::path temporary = target.string() + "." + randomId() + ".part";
  DirectoryDigest digest;
  const auto write = [&]() -> absl::Status {
    const std::unique_ptr<archive, WriterCloser> writer(archive_write_new());
    archive_write_set_format_pax_restricted(writer.get());
    archive_write_add_filter_zstd(writer.get());
    if (archive_write_open_filename(writer.get(), temporary.c_str()) != ARCHIVE_OK)
      return archiveFailure(writer.get(), temporary, "cannot be made");
    for (const DirectoryFile& file : survey.files)
      AERIE_RETURN_IF_ERROR(packFile(writer.get(), file, temporary, digest));
    if (archive_write_close(writer.get()) != ARCHIVE_OK)
      return archiveFailure(writer.get(), temporary, "cannot be written");
    return absl::OkStatus();
  };
  absl::Status status = write();
  std::error_code error;
  PackedDirectory out;
  if (status.ok()) {
    out = {digest.hex(), fs::file_size(temporary, error)};
    fs::rename(temporary, target, error);
    if (error) status = unavailable("{}: cannot be put in place: {}", target.string(), error.message());
  }
  if (status.ok()) return out;
  fs::remove(temporary, error);
  return status;
}

absl::Status checkPackedDirectory(const fs::path& archive_file, std::string_view digest,
                                  const DirectoryLimits& limits) {
  AERIE_ASSIGN_OR_RETURN(const std::string contents, Unpacker(archive_file, {}, limits).run());
  if (contents == digest) return absl::OkStatus();
  return dataLoss("{}: its contents are not those that were packed; send it again", archive_file.string());
}

absl::Status unpackDirectory(const fs::path& archive_file, const fs::path& target, std::string_view digest,
                             const DirectoryLimits& limits) {
  std::error_code error;
  if (fs::exists(fs::symlink_status(target, error)))
    return alreadyExists("{}: is there already", target.string());
  const fs::path temporary = target.string() + "." + randomId() + ".part";
  AERIE_RETURN_IF_ERROR(makeDirectories(temporary, 0755));
  const auto unpacked = Unpacker(archive_file, temporary, limits).run();
  absl::Status status = unpacked.status();
  if (status.ok() && *unpacked != digest) {
    status = dataLoss("{}: its contents are not those that were packed; submit the job again",
                      archive_file.string());
  }
  if (status.ok()) {
    fs::rename(temporary, target, error);
    if (error) status = unavailable("{}: cannot be put in place: {}", target.string(), error.message());
  }
  if (!status.ok()) fs::remove_all(temporary, error);
  return status;
}

}  // namespace aerie::taskrun
