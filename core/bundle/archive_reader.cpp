#include <algorithm>
#include <archive.h>
#include <archive_entry.h>
#include <set>
#include <zstd.h>
#include <zstd_errors.h>

#include "core/base/status.h"
#include "core/bundle/archive_io.h"

namespace aerie::bundle {
namespace {

constexpr std::uint64_t kRatioGrace = 16ULL << 20;
// A tar ends with zero blocks; tar programs pad to a record of 10 KiB, some to more.
constexpr std::uint64_t kMaxPadding = 1ULL << 20;
// Headers and padding of the tar beside the files themselves.
constexpr std::uint64_t kPerFileOverhead = 16ULL << 10;

// Decodes exactly one zstd frame that reaches to the end of the source.
class ZstdDecoder final {
 public:
  ZstdDecoder(const ByteSource& source, std::string_view name, const Limits& limits)
      : source_(source),
        name_(name),
        limits_(limits),
        context_(ZSTD_createDCtx()),
        in_(ZSTD_DStreamInSize()) {
    // 128 MiB of window: more would let a small file ask for gigabytes of memory.
    ZSTD_DCtx_setParameter(context_, ZSTD_d_windowLogMax, 27);
  }
  ZstdDecoder(const ZstdDecoder&) = delete;
  ZstdDecoder& operator=(const ZstdDecoder&) = delete;
  ~ZstdDecoder() { ZSTD_freeDCtx(context_); }

  absl::StatusOr<std::size_t> read(char* buffer, std::size_t capacity) {
    ZSTD_outBuffer out{buffer, capacity, 0};
    while (out.pos == 0 && !done_) {
      if (input_.pos == input_.size) AERIE_RETURN_IF_ERROR(refill());
      if (at_end_ && !frame_open_ && packed_ == 0)
        return invalidArgument("{}: is empty, not a bundle", name_);
      if (at_end_ && input_.pos == input_.size) {
        return invalidArgument("{}: the archive is truncated after {} bytes; copy or download it again",
                               name_, packed_);
      }
      const std::size_t code = ZSTD_decompressStream(context_, &out, &input_);
      if (ZSTD_isError(code) != 0) return damaged(code);
      frame_open_ = true;
      if (code == 0) AERIE_RETURN_IF_ERROR(endFrame());
    }
    unpacked_ += out.pos;
    AERIE_RETURN_IF_ERROR(checkLimits());
    return out.pos;
  }

  ArchiveTotals totals() { return {hash_.hex(), packed_}; }

 private:
  absl::Status refill() {
    AERIE_ASSIGN_OR_RETURN(const std::size_t n, source_(in_.data(), in_.size()));
    hash_.update({in_.data(), n});
    packed_ += n;
    at_end_ = n == 0;
    input_ = {in_.data(), n, 0};
    return absl::OkStatus();
  }

  absl::Status endFrame() {
    if (input_.pos == input_.size) AERIE_RETURN_IF_ERROR(refill());
    if (input_.pos != input_.size) {
      return invalidArgument("{}: has bytes after the end of the archive; it is damaged or not a bundle",
                             name_);
    }
    done_ = true;
    return absl::OkStatus();
  }

  absl::Status damaged(std::size_t code) const {
    if (!frame_open_ && unpacked_ == 0 && ZSTD_getErrorCode(code) == ZSTD_error_prefix_unknown) {
      return invalidArgument("{}: is not a bundle: it does not begin as a zstd archive; bundles end in {}",
                             name_, kExtension);
    }
    return invalidArgument("{}: the archive is damaged ({}); copy or download it again", name_,
                           ZSTD_getErrorName(code));
  }

  absl::Status checkLimits() const {
    const std::uint64_t allowed = limits_.total_bytes + kPerFileOverhead * (limits_.files + 1) + kMaxPadding;
    if (unpacked_ > allowed) {
      return resourceExhausted("{}: unpacks to more than the limit of {} bytes; refused", name_,
                               limits_.total_bytes);
    }
    if (unpacked_ > kRatioGrace &&
        static_cast<double>(unpacked_) > limits_.ratio * static_cast<double>(packed_)) {
      return resourceExhausted("{}: unpacks to more than {} times its size; refused as a decompression bomb",
                               name_, limits_.ratio);
    }
    return absl::OkStatus();
  }

  const ByteSource& source_;
  const std::string name_;
  const Limits& limits_;
  ZSTD_DCtx* context_;
  std::vector<char> in_;
  ZSTD_inBuffer input_{nullptr, 0, 0};
  Sha256 hash_;
  std::uint64_t packed_ = 0;
  std::uint64_t unpacked_ = 0;
  bool at_end_ = false;
  bool frame_open_ = false;
  bool done_ = false;
};

// What the tar reader pulls through libarchive's callback, and where the last byte that is not zero was.
struct Feed {
  explicit Feed(const ByteSource& from) : source(from) {}
  const ByteSource& source;
  std::vector<char> block = std::vector<char>(1 << 18);
  absl::Status status;
  std::uint64_t position = 0;
  std::uint64_t content_end = 0;  // one past the last byte that is not zero

  absl::StatusOr<std::size_t> next() {
    auto n = source(block.data(), block.size());
    if (!n.ok()) return n;
    for (std::size_t i = *n; i > 0; --i) {
      if (block[i - 1] == 0) continue;
      content_end = position + i;
      break;
    }
    position += *n;
    return n;
  }
};

la_ssize_t pull(archive* reader, void* context, const void** buffer) {
  auto& feed = *static_cast<Feed*>(context);
  const auto n = feed.next();
  if (!n.ok()) {
    feed.status = n.status();
    archive_set_error(reader, EIO, "the source failed");
    return -1;
  }
  *buffer = feed.block.data();
  return static_cast<la_ssize_t>(*n);
}

struct ArchiveCloser {
  void operator()(archive* reader) const { archive_read_free(reader); }
};

class TarReader final {
 public:
  TarReader(const ByteSource& source, std::string_view name, const Limits& limits, EntryConsumer& consumer)
      : feed_(source), name_(name), limits_(limits), consumer_(consumer) {}

  absl::Status run() {
    reader_.reset(archive_read_new());
    archive_read_support_format_tar(reader_.get());
    if (archive_read_open(reader_.get(), &feed_, nullptr, pull, nullptr) != ARCHIVE_OK) return failure();
    while (true) {
      archive_entry* entry = nullptr;
      const int code = archive_read_next_header(reader_.get(), &entry);
      if (code == ARCHIVE_EOF) return finish();
      if (code != ARCHIVE_OK) return failure();
      AERIE_RETURN_IF_ERROR(readEntry(entry));
    }
  }

 private:
  absl::Status failure() const {
    if (!feed_.status.ok()) return feed_.status;
    const char* words = archive_error_string(reader_.get());
    return invalidArgument("{}: the archive is damaged ({}); copy or download it again", name_,
                           words == nullptr ? "unknown error" : words);
  }

  absl::Status checkEntry(archive_entry* entry, const std::string& path) {
    if (const char* target = archive_entry_hardlink(entry); target != nullptr) {
      return invalidArgument("{}: entry '{}' is a hard link; a bundle holds regular files only", name_, path);
    }
    switch (archive_entry_filetype(entry)) {
      case AE_IFREG: break;
      case AE_IFLNK:
        return invalidArgument("{}: entry '{}' is a symbolic link; a bundle holds regular files only", name_,
                               path);
      case AE_IFDIR:
        return invalidArgument("{}: entry '{}' is a directory; a bundle holds files only", name_, path);
      default:
        return invalidArgument(
            "{}: entry '{}' is a device, pipe or socket; a bundle holds regular files only", name_, path);
    }
    if (archive_format(reader_.get()) != ARCHIVE_FORMAT_TAR_USTAR || archive_entry_sparse_count(entry) > 0) {
      return invalidArgument("{}: entry '{}' is not in the ustar form of bundles; pack it with Aerie", name_,
                             path);
    }
    if (const absl::Status status = checkPath(path); !status.ok()) return withContext(status, name_);
    if (!paths_.insert(path).second) return invalidArgument("{}: entry '{}' is there twice", name_, path);
    if (paths_.size() > limits_.files) {
      return resourceExhausted("{}: holds more than the limit of {} files; refused", name_, limits_.files);
    }
    return absl::OkStatus();
  }

  absl::Status readEntry(archive_entry* entry) {
    const char* raw = archive_entry_pathname(entry);
    if (raw == nullptr || *raw == '\0') return invalidArgument("{}: an entry has no readable name", name_);
    const std::string path = raw;
    AERIE_RETURN_IF_ERROR(checkEntry(entry, path));
    const std::int64_t declared = archive_entry_size(entry);
    if (declared < 0) return invalidArgument("{}: entry '{}' has a negative size", name_, path);
    const auto size = static_cast<std::uint64_t>(declared);
    if (size > limits_.file_bytes) {
      return resourceExhausted("{}: entry '{}' has {} bytes, the limit is {}; refused", name_, path, size,
                               limits_.file_bytes);
    }
    if (size > limits_.total_bytes - total_) {
      return resourceExhausted("{}: unpacks to more than the limit of {} bytes; refused", name_,
                               limits_.total_bytes);
    }
    total_ += size;
    const auto header = static_cast<std::uint64_t>(archive_read_header_position(reader_.get()));
    end_ = header + 512 + (size + 511) / 512 * 512;
    return readData(path, size);
  }

  absl::Status readData(const std::string& path, std::uint64_t size) {
    AERIE_RETURN_IF_ERROR(consumer_.begin(path, size));
    std::uint64_t done = 0;
    while (true) {
      const la_ssize_t n = archive_read_data(reader_.get(), buffer_.data(), buffer_.size());
      if (n < 0) return failure();
      if (n == 0) break;
      done += static_cast<std::uint64_t>(n);
      AERIE_RETURN_IF_ERROR(consumer_.data({buffer_.data(), static_cast<std::size_t>(n)}));
    }
    if (done != size)
      return invalidArgument("{}: entry '{}' is truncated; copy or download it again", name_, path);
    return consumer_.end();
  }

  // Reads to the real end: only zero blocks may follow the last file.
  absl::Status finish() {
    const std::uint64_t from = feed_.position;
    while (true) {
      AERIE_ASSIGN_OR_RETURN(const std::size_t n, feed_.next());
      if (n == 0) break;
      if (feed_.position - from > kMaxPadding) return trailing();
    }
    if (feed_.content_end > end_) return trailing();
    if (feed_.position < end_ + 1024) {
      return invalidArgument("{}: the archive is truncated; copy or download it again", name_);
    }
    return absl::OkStatus();
  }

  absl::Status trailing() const {
    return invalidArgument("{}: has data after its last file; it is damaged or not a bundle", name_);
  }

  Feed feed_;
  const std::string name_;
  const Limits& limits_;
  EntryConsumer& consumer_;
  std::unique_ptr<archive, ArchiveCloser> reader_;
  std::vector<char> buffer_ = std::vector<char>(1 << 18);
  std::set<std::string> paths_;
  std::uint64_t total_ = 0;
  std::uint64_t end_ = 0;  // of the last file, in the tar
};

}  // namespace

absl::Status checkPath(std::string_view path) {
  const auto refuse = [&](std::string_view why) {
    return invalidArgument("entry '{}' {}", path.substr(0, 200), why);
  };
  if (path.empty()) return refuse("has an empty name");
  if (path.size() > 200) return refuse("has a name over 200 characters");
  if (path.front() == '/') return refuse("has an absolute path; paths in a bundle are relative");
  for (std::size_t begin = 0; begin <= path.size();) {
    const std::size_t end = std::min(path.find('/', begin), path.size());
    const std::string_view part = path.substr(begin, end - begin);
    if (part == "..") return refuse("leaves the bundle with '..'");
    if (part.empty() || part == ".") return refuse("has an empty part or '.' in its path");
    const bool plain = std::all_of(part.begin(), part.end(), [](char c) {
      return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' ||
             c == '.' || c == '-';
    });
    if (!plain) return refuse("has characters in its name other than letters, digits, '_', '.' and '-'");
    begin = end + 1;
  }
  return absl::OkStatus();
}

absl::Status readTar(const ByteSource& source, std::string_view name, const Limits& limits,
                     EntryConsumer& consumer) {
  return TarReader(source, name, limits, consumer).run();
}

absl::StatusOr<ArchiveTotals> readArchive(const ByteSource& source, std::string_view name,
                                          const Limits& limits, EntryConsumer& consumer) {
  ZstdDecoder decoder(source, name, limits);
  const ByteSource unpacked = [&decoder](char* buffer, std::size_t capacity) {
    return decoder.read(buffer, capacity);
  };
  AERIE_RETURN_IF_ERROR(readTar(unpacked, name, limits, consumer));
  return decoder.totals();
}

}  // namespace aerie::bundle
