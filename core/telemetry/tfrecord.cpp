#include "core/telemetry/tfrecord.h"

#include <algorithm>
#include <array>
#include <cstring>
#include <fstream>
#include <vector>
#include <zstd.h>

#include "core/base/status.h"
#include "core/telemetry/crc32c.h"

namespace aerie::telemetry {
namespace {

constexpr std::size_t kHeaderBytes = 12;
constexpr std::size_t kFooterBytes = 4;
// A record's length is believed only as far as bytes arrive.
constexpr std::size_t kReadStep = 1ULL << 20;

template <class T>
void putLittleEndian(T value, char* out) {
  for (std::size_t i = 0; i < sizeof(T); ++i) out[i] = static_cast<char>((value >> (8 * i)) & 0xff);
}

template <class T>
T getLittleEndian(const char* in) {
  T value = 0;
  for (std::size_t i = 0; i < sizeof(T); ++i)
    value |= static_cast<T>(static_cast<unsigned char>(in[i])) << (8 * i);
  return value;
}

absl::StatusOr<std::size_t> readStream(std::ifstream& in, const std::string& name, std::span<char> out) {
  in.read(out.data(), static_cast<std::streamsize>(out.size()));
  if (in.bad()) return dataLoss("{}: can't be read", name);
  return static_cast<std::size_t>(in.gcount());
}

// Decompresses a file of concatenated zstd frames.
class ZstdFile final {
 public:
  explicit ZstdFile(std::ifstream in, std::string name)
      : in_(std::move(in)),
        name_(std::move(name)),
        context_(ZSTD_createDCtx()),
        buffer_(ZSTD_DStreamInSize()) {}

  absl::StatusOr<std::size_t> read(std::span<char> out) {
    ZSTD_outBuffer output{out.data(), out.size(), 0};
    while (output.pos < output.size) {
      if (input_.pos == input_.size && !ended_) {
        AERIE_ASSIGN_OR_RETURN(const std::size_t got, readStream(in_, name_, buffer_));
        input_ = {buffer_.data(), got, 0};
        ended_ = got < buffer_.size();
      }
      const std::size_t before = output.pos;
      if (input_.pos < input_.size || inside_frame_) {
        const std::size_t result = ZSTD_decompressStream(context_.get(), &output, &input_);
        if (ZSTD_isError(result) != 0) {
          return dataLoss("{}: not a whole zstd stream ({})", name_, ZSTD_getErrorName(result));
        }
        inside_frame_ = result != 0;
      }
      if (ended_ && input_.pos == input_.size && output.pos == before) {
        if (inside_frame_) return dataLoss("{}: the zstd stream is cut off", name_);
        break;
      }
    }
    return output.pos;
  }

 private:
  struct Free {
    void operator()(ZSTD_DCtx* context) const { ZSTD_freeDCtx(context); }
  };
  std::ifstream in_;
  std::string name_;
  std::unique_ptr<ZSTD_DCtx, Free> context_;
  std::vector<char> buffer_;
  ZSTD_inBuffer input_{nullptr, 0, 0};
  bool ended_ = false;
  bool inside_frame_ = false;
};

}  // namespace

void appendTfRecord(std::string_view data, std::string* out) {
  std::array<char, kHeaderBytes> header{};
  putLittleEndian<std::uint64_t>(data.size(), header.data());
  putLittleEndian<std::uint32_t>(maskCrc(crc32c({header.data(), 8})), header.data() + 8);
  std::array<char, kFooterBytes> footer{};
  putLittleEndian<std::uint32_t>(maskCrc(crc32c(data)), footer.data());
  out->append(header.data(), header.size());
  out->append(data);
  out->append(footer.data(), footer.size());
}

ByteSource memorySource(std::string_view bytes) {
  return [bytes](std::span<char> out) mutable -> absl::StatusOr<std::size_t> {
    const std::size_t n = std::min(out.size(), bytes.size());
    if (n > 0) std::memcpy(out.data(), bytes.data(), n);
    bytes.remove_prefix(n);
    return n;
  };
}

absl::StatusOr<ByteSource> fileSource(const std::filesystem::path& path) {
  std::ifstream in(path, std::ios::binary);
  if (!in) return notFound("{}: can't be opened; check that the file exists and may be read", path.string());
  if (path.extension() == ".zst") {
    auto file = std::make_shared<ZstdFile>(std::move(in), path.string());
    return ByteSource([file](std::span<char> out) { return file->read(out); });
  }
  auto file = std::make_shared<std::ifstream>(std::move(in));
  return ByteSource(
      [file, name = path.string()](std::span<char> out) { return readStream(*file, name, out); });
}

TfRecordReader::TfRecordReader(ByteSource source, std::string name, std::size_t limit)
    : source_(std::move(source)), name_(std::move(name)), limit_(limit) {}

absl::StatusOr<std::optional<std::string>> TfRecordReader::next() {
  if (!failed_.ok()) return failed_;
  auto record = read();
  failed_ = record.status();
  return record;
}

absl::StatusOr<std::optional<std::string>> TfRecordReader::read() {
  std::array<char, kHeaderBytes> header{};
  AERIE_ASSIGN_OR_RETURN(const std::size_t got, source_(header));
  if (got == 0) return std::optional<std::string>();
  if (got < header.size()) {
    return dataLoss("{}: the record at offset {} is cut off in its header ({} of {} bytes)", name_, offset_,
                    got, header.size());
  }
  if (maskCrc(crc32c({header.data(), 8})) != getLittleEndian<std::uint32_t>(header.data() + 8)) {
    return dataLoss("{}: the length of the record at offset {} does not match its checksum", name_, offset_);
  }
  const auto length = getLittleEndian<std::uint64_t>(header.data());
  if (length > limit_) {
    return dataLoss("{}: the record at offset {} claims {} bytes, more than the limit of {}", name_, offset_,
                    length, limit_);
  }
  std::string data;
  std::size_t wanted = static_cast<std::size_t>(length) + kFooterBytes;
  while (data.size() < wanted) {
    const std::size_t begin = data.size();
    const std::size_t step = std::min(kReadStep, wanted - begin);
    data.resize(begin + step);
    AERIE_ASSIGN_OR_RETURN(const std::size_t n, source_(std::span<char>(data.data() + begin, step)));
    if (n < step) {
      return dataLoss("{}: the record at offset {} is cut off ({} of {} bytes)", name_, offset_, begin + n,
                      wanted);
    }
  }
  const auto sum = getLittleEndian<std::uint32_t>(data.data() + length);
  data.resize(static_cast<std::size_t>(length));
  if (maskCrc(crc32c(data)) != sum) {
    return dataLoss("{}: the data of the record at offset {} does not match its checksum", name_, offset_);
  }
  offset_ += kHeaderBytes + length + kFooterBytes;
  return std::optional<std::string>(std::move(data));
}

std::size_t wholeZstdFrames(std::string_view bytes) {
  std::size_t end = 0;
  while (end < bytes.size()) {
    const std::size_t frame = ZSTD_findFrameCompressedSize(bytes.data() + end, bytes.size() - end);
    if (ZSTD_isError(frame) != 0 || frame == 0) break;
    end += frame;
  }
  return end;
}

}  // namespace aerie::telemetry
