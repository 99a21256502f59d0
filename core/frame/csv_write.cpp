#include "core/frame/csv.h"

namespace aerie::frame {
namespace {

constexpr std::string_view kByteOrderMark =
    "\xEF\xBB\xBF";  // at the start of a file it is not taken for text

// A null is an empty cell, an empty text a quoted one, so that reading gives back what was written.
void appendCell(std::string_view text, bool is_null, std::string& out) {
  if (is_null) return;
  const bool plain = !text.empty() && text.find_first_of(",\"\r\n") == std::string_view::npos;
  if (plain && !text.starts_with(kByteOrderMark)) {
    out += text;
    return;
  }
  out += '"';
  for (const char c : text) {
    if (c == '"') out += '"';
    out += c;
  }
  out += '"';
}

}  // namespace

std::string writeCsv(const DataFrame& frame) {
  std::string out;
  for (std::size_t c = 0; c < frame.columns().size(); ++c) {
    if (c > 0) out += ',';
    appendCell(frame.columns()[c].name(), false, out);
  }
  out += '\n';
  for (std::size_t row = 0; row < frame.rows(); ++row) {
    for (std::size_t c = 0; c < frame.columns().size(); ++c) {
      const Column& column = frame.columns()[c];
      if (c > 0) out += ',';
      if (column.type() == DataType::kString) {
        appendCell(column.strings()[row], column.isNull(row), out);
      } else {
        appendCell(column.textAt(row), column.isNull(row), out);
      }
    }
    out += '\n';
  }
  return out;
}

}  // namespace aerie::frame
