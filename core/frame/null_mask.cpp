#include <algorithm>
#include <bit>

#include "core/base/status.h"
#include "core/frame/data_frame.h"

namespace aerie::frame {
namespace {

constexpr std::size_t bytesFor(std::size_t rows) { return (rows + 7) / 8; }

// The bits of the last byte that belong to rows.
constexpr std::uint8_t tailBits(std::size_t rows) {
  return rows % 8 == 0 ? std::uint8_t{0xff} : static_cast<std::uint8_t>((1U << (rows % 8)) - 1);
}

}  // namespace

NullMask::NullMask(std::shared_ptr<const void> owner, const std::uint8_t* bytes, std::size_t offset,
                   std::size_t rows)
    : owner_(std::move(owner)), bytes_(rows == 0 ? nullptr : bytes), offset_(offset), rows_(rows) {}

NullMask NullMask::fromFlags(const std::vector<bool>& is_null) {
  NullBuilder builder(is_null.size());
  for (std::size_t row = 0; row < is_null.size(); ++row) {
    if (is_null[row]) builder.set(row);
  }
  return std::move(builder).finish();
}

std::size_t NullMask::count() const {
  if (bytes_ == nullptr) return 0;
  std::size_t result = 0;
  std::size_t row = 0;
  for (; row < rows_ && (offset_ + row) % 8 != 0; ++row) result += isNull(row) ? 1 : 0;
  for (; row + 8 <= rows_; row += 8) {
    result += static_cast<std::size_t>(std::popcount(bytes_[(offset_ + row) / 8]));
  }
  for (; row < rows_; ++row) result += isNull(row) ? 1 : 0;
  return result;
}

NullMask NullMask::slice(std::size_t begin, std::size_t rows) const {
  if (bytes_ == nullptr) return {};
  AERIE_CHECK(begin <= rows_ && rows <= rows_ - begin);
  return NullMask(owner_, bytes_, offset_ + begin, rows);
}

std::string NullMask::pack() const {
  std::string result;
  packInto(&result);
  return result;
}

void NullMask::packInto(std::string* out) const {
  if (count() == 0) return;
  const std::size_t start = out->size();
  out->resize(start + bytesFor(rows_), '\0');
  auto* target = reinterpret_cast<std::uint8_t*>(out->data()) + start;
  if (offset_ % 8 == 0) {
    std::copy_n(bytes_ + offset_ / 8, bytesFor(rows_), target);
    target[bytesFor(rows_) - 1] &= tailBits(rows_);
    return;
  }
  for (std::size_t row = 0; row < rows_; ++row) {
    if (isNull(row)) target[row / 8] = static_cast<std::uint8_t>(target[row / 8] | (1U << (row % 8)));
  }
}

NullBuilder::NullBuilder(std::size_t rows, bool all_null) : rows_(rows) {
  if (all_null && rows > 0)
    bytes_ = std::make_shared<std::vector<std::uint8_t>>(bytesFor(rows), std::uint8_t{0xff});
}

void NullBuilder::set(std::size_t row) {
  if (bytes_ == nullptr)
    bytes_ = std::make_shared<std::vector<std::uint8_t>>(bytesFor(rows_), std::uint8_t{0});
  std::uint8_t& byte = (*bytes_)[row / 8];
  byte = static_cast<std::uint8_t>(byte | (1U << (row % 8)));
}

void NullBuilder::clear(std::size_t row) {
  if (bytes_ == nullptr) return;
  std::uint8_t& byte = (*bytes_)[row / 8];
  byte = static_cast<std::uint8_t>(byte & ~(1U << (row % 8)));
}

void NullBuilder::add(const NullMask& mask) {
  if (mask.empty()) return;
  AERIE_CHECK(mask.rows_ == rows_);
  if (mask.offset_ % 8 == 0) {
    if (bytes_ == nullptr)
      bytes_ = std::make_shared<std::vector<std::uint8_t>>(bytesFor(rows_), std::uint8_t{0});
    const std::uint8_t* from = mask.bytes_ + mask.offset_ / 8;
    for (std::size_t i = 0; i < bytes_->size(); ++i)
      (*bytes_)[i] = static_cast<std::uint8_t>((*bytes_)[i] | from[i]);
    return;
  }
  for (std::size_t row = 0; row < rows_; ++row) {
    if (mask.isNull(row)) set(row);
  }
}

NullMask NullBuilder::finish() && {
  if (bytes_ == nullptr) return {};
  const std::uint8_t* bytes = bytes_->data();
  NullMask mask(std::move(bytes_), bytes, 0, rows_);
  return mask.count() == 0 ? NullMask() : mask;
}

}  // namespace aerie::frame
