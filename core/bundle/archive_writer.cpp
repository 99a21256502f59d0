#include <archive.h>
#include <archive_entry.h>
#include <zstd.h>

#include "core/base/status.h"
#include "core/bundle/archive_io.h"

namespace aerie::bundle {
namespace {

// Part of the format's determinism: another level gives other bytes.
constexpr int kLevel = 9;

class ZstdEncoder final {
 public:
  explicit ZstdEncoder(const ByteSink& sink)
      : sink_(sink), context_(ZSTD_createCCtx()), out_(ZSTD_CStreamOutSize()) {
    ZSTD_CCtx_setParameter(context_, ZSTD_c_compressionLevel, kLevel);
    ZSTD_CCtx_setParameter(context_, ZSTD_c_checksumFlag, 1);
  }
  ZstdEncoder(const ZstdEncoder&) = delete;
  ZstdEncoder& operator=(const ZstdEncoder&) = delete;
  ~ZstdEncoder() { ZSTD_freeCCtx(context_); }

  absl::Status write(std::string_view bytes, ZSTD_EndDirective mode = ZSTD_e_continue) {
    ZSTD_inBuffer in{bytes.data(), bytes.size(), 0};
    while (true) {
      ZSTD_outBuffer out{out_.data(), out_.size(), 0};
      const std::size_t left = ZSTD_compressStream2(context_, &out, &in, mode);
      if (ZSTD_isError(left) != 0) return internalError("zstd: {}", ZSTD_getErrorName(left));
      if (out.pos > 0) AERIE_RETURN_IF_ERROR(sink_({out_.data(), out.pos}));
      const bool done = mode == ZSTD_e_end ? left == 0 : in.pos == in.size;
      if (done) return absl::OkStatus();
    }
  }

 private:
  const ByteSink& sink_;
  ZSTD_CCtx* context_;
  std::vector<char> out_;
};

struct Push {
  ZstdEncoder& encoder;
  absl::Status status;
};

la_ssize_t push(archive* writer, void* context, const void* buffer, std::size_t size) {
  auto& target = *static_cast<Push*>(context);
  target.status = target.encoder.write({static_cast<const char*>(buffer), size});
  if (target.status.ok()) return static_cast<la_ssize_t>(size);
  archive_set_error(writer, EIO, "the sink failed");
  return -1;
}

struct WriterCloser {
  void operator()(archive* writer) const { archive_write_free(writer); }
};
struct EntryCloser {
  void operator()(archive_entry* entry) const { archive_entry_free(entry); }
};

absl::Status writeFile(archive* writer, const OutputFile& file) {
  const std::unique_ptr<archive_entry, EntryCloser> entry(archive_entry_new());
  archive_entry_set_pathname(entry.get(), file.path.c_str());
  archive_entry_set_size(entry.get(), static_cast<la_int64_t>(file.size));
  archive_entry_set_filetype(entry.get(), AE_IFREG);
  archive_entry_set_perm(entry.get(), 0644);
  archive_entry_set_mtime(entry.get(), 0, 0);
  const auto failed = [&] {
    const char* words = archive_error_string(writer);
    return internalError("writing '{}' to the archive: {}", file.path,
                         words == nullptr ? "unknown error" : words);
  };
  if (archive_write_header(writer, entry.get()) != ARCHIVE_OK) return failed();
  std::uint64_t written = 0;
  AERIE_RETURN_IF_ERROR(file.feed([&](std::string_view bytes) -> absl::Status {
    written += bytes.size();
    const la_ssize_t n = archive_write_data(writer, bytes.data(), bytes.size());
    return n == static_cast<la_ssize_t>(bytes.size()) ? absl::OkStatus() : failed();
  }));
  if (written != file.size) {
    return aborted("'{}' changed its size from {} to {} bytes while it was packed; pack again", file.path,
                   file.size, written);
  }
  return absl::OkStatus();
}

}  // namespace

absl::Status writeArchive(const std::vector<OutputFile>& files, const ByteSink& sink) {
  ZstdEncoder encoder(sink);
  Push target{encoder, absl::OkStatus()};
  const std::unique_ptr<archive, WriterCloser> writer(archive_write_new());
  archive_write_set_format_ustar(writer.get());
  archive_write_add_filter_none(writer.get());
  if (archive_write_open(writer.get(), &target, nullptr, push, nullptr) != ARCHIVE_OK) {
    return internalError("the archive writer cannot be opened");
  }
  for (const OutputFile& file : files) {
    const absl::Status status = writeFile(writer.get(), file);
    if (!status.ok()) return target.status.ok() ? status : target.status;
  }
  if (archive_write_close(writer.get()) != ARCHIVE_OK) {
    return target.status.ok() ? internalError("the archive cannot be ended") : target.status;
  }
  return encoder.write({}, ZSTD_e_end);
}

}  // namespace aerie::bundle
