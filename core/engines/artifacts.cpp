#include "core/engines/artifacts.h"

#include <archive.h>
#include <archive_entry.h>
#include <memory>
#include <set>

#include "core/base/crypto.h"
#include "core/base/files.h"
#include "core/base/status.h"

namespace aerie::engines {
namespace {

namespace fs = std::filesystem;

struct ReaderFree {
  void operator()(archive* reader) const { archive_read_free(reader); }
};
using Reader = std::unique_ptr<archive, ReaderFree>;

std::string problemOf(archive* reader) {
  const char* text = archive_error_string(reader);
  return text != nullptr ? text : "it is damaged";
}

// "" when the path stays below the directory.
std::string whyNot(const std::string& path) {
  if (path.empty() || path.size() > 1024) return "has no usable name";
  if (path.front() == '/') return "has an absolute path";
  for (const char c : path) {
    if (static_cast<unsigned char>(c) < 0x20 || c == 0x7f || c == '\\') return "has a strange character";
  }
  for (const fs::path& part : fs::path(path)) {
    if (part == "..") return "leads out of the directory";
  }
  return {};
}

absl::StatusOr<std::string> contentOf(archive* reader, std::uint64_t left) {
  std::string content;
  const void* block = nullptr;
  std::size_t size = 0;
  la_int64_t offset = 0;
  while (true) {
    const int code = archive_read_data_block(reader, &block, &size, &offset);
    if (code == ARCHIVE_EOF) return content;
    if (code < ARCHIVE_WARN) return dataLoss("the artifact cannot be unpacked: {}", problemOf(reader));
    if (offset < 0 || static_cast<std::uint64_t>(offset) + size > left)
      return resourceExhausted("the artifact is too large when it is unpacked");
    content.resize(static_cast<std::size_t>(offset), '\0');  // holes of sparse files
    content.append(static_cast<const char*>(block), size);
  }
}

absl::Status unpackInto(archive* reader, const fs::path& directory, const ArtifactLimits& limits) {
  std::uint64_t left = limits.content_bytes;
  std::set<std::string> seen;
  archive_entry* entry = nullptr;
  while (true) {
    const int code = archive_read_next_header(reader, &entry);
    if (code == ARCHIVE_EOF) return absl::OkStatus();
    if (code < ARCHIVE_WARN) return dataLoss("the artifact cannot be unpacked: {}", problemOf(reader));
    const char* raw = archive_entry_pathname(entry);
    const std::string path = raw != nullptr ? fs::path(raw).lexically_normal().generic_string() : "";
    if (const std::string why = whyNot(raw != nullptr ? raw : ""); !why.empty())
      return invalidArgument("the artifact holds a file that {}", why);
    if (seen.size() >= limits.files)
      return resourceExhausted("the artifact has more than {} files", limits.files);
    if (archive_entry_hardlink(entry) != nullptr || archive_entry_symlink(entry) != nullptr)
      return invalidArgument("the artifact holds a link ('{}'); write files instead", path);
    if (archive_entry_filetype(entry) == AE_IFDIR) {
      AERIE_RETURN_IF_ERROR(makeDirectories(directory / path));
      continue;
    }
    if (archive_entry_filetype(entry) != AE_IFREG)
      return invalidArgument("the artifact holds '{}', which is no file", path);
    if (!seen.insert(path).second) return invalidArgument("the artifact holds '{}' twice", path);
    AERIE_ASSIGN_OR_RETURN(const std::string content, contentOf(reader, left));
    left -= content.size();
    const bool executable = (archive_entry_perm(entry) & 0100) != 0;
    AERIE_RETURN_IF_ERROR(writeFileAtomic(directory / path, content, executable ? 0755 : 0644));
  }
}

}  // namespace

absl::Status unpackArtifact(std::string_view bytes, const fs::path& target, const ArtifactLimits& limits) {
  fs::path fresh = target;
  fresh += ".part";
  std::error_code error;
  fs::remove_all(fresh, error);
  AERIE_RETURN_IF_ERROR(makeDirectories(fresh));
  if (!bytes.empty()) {
    const Reader reader(archive_read_new());
    archive_read_support_filter_gzip(reader.get());
    archive_read_support_format_tar(reader.get());
    absl::Status status = absl::OkStatus();
    if (archive_read_open_memory(reader.get(), bytes.data(), bytes.size()) != ARCHIVE_OK)
      status = dataLoss("the artifact is no .tar.gz: {}", problemOf(reader.get()));
    if (status.ok()) status = unpackInto(reader.get(), fresh, limits);
    if (!status.ok()) {
      fs::remove_all(fresh, error);
      return status;
    }
  }
  fs::remove_all(target, error);
  fs::rename(fresh, target, error);
  if (error)
    return failedPrecondition("{} cannot be written: {}; is the disk full?", target.string(),
                              error.message());
  return absl::OkStatus();
}

void ArtifactInbox::add(const DriverEvent& event) {
  Entry& entry = entries_[event.task];
  if (!event.file.empty() || event.part == 0)
    entry = {event.attempt, event.sha256, event.bytes, !event.file.empty(), 0, event.parts, {}, false};
  if (entry.shared) {
    // The only name that a task of this attempt may use.
    entry.broken = event.file != fmt::format("{}.{}.tar.gz", event.task, event.attempt);
    return;
  }
  const bool fits = event.attempt == entry.attempt && event.part == entry.next_part &&
                    event.parts == entry.parts && event.sha256 == entry.sha256 &&
                    entry.data.size() + event.data.size() <= std::min(entry.bytes, limits_.archive_bytes);
  if (!fits) {
    entry.broken = true;
    return;
  }
  entry.data += event.data;
  ++entry.next_part;
}

absl::StatusOr<std::string> ArtifactInbox::archiveOf(const std::string& task, const Entry& entry) const {
  if (entry.bytes > limits_.archive_bytes)
    return resourceExhausted("the artifact has {} bytes where {} are taken", entry.bytes,
                             limits_.archive_bytes);
  std::string archive = entry.data;
  if (entry.shared && !entry.broken) {
    const auto file =
        readFile(incoming_ / fmt::format("{}.{}.tar.gz", task, entry.attempt), limits_.archive_bytes);
    if (!file.ok()) return dataLoss("the artifact cannot be read: {}", messageOf(file.status()));
    archive = *file;
  }
  if (entry.broken || archive.size() != entry.bytes || sha256Hex(archive) != entry.sha256)
    return dataLoss("the artifact did not come whole: {} of {} bytes, or other ones", archive.size(),
                    entry.bytes);
  return archive;
}

absl::Status ArtifactInbox::deliver(const std::string& task, int attempt, const fs::path& target) {
  const auto it = entries_.find(task);
  if (it == entries_.end() || it->second.attempt != attempt) return unpackArtifact({}, target, limits_);
  AERIE_ASSIGN_OR_RETURN(const std::string archive, archiveOf(task, it->second));
  return unpackArtifact(archive, target, limits_);
}

void ArtifactInbox::forget(const std::string& task) { entries_.erase(task); }

}  // namespace aerie::engines
