#include "app/rpc/self_test_yaml.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <algorithm>
#include <fmt/format.h>

#include "core/base/status.h"
#include "core/frame/wire.h"

namespace aerie::rpc {
namespace {

using frame::Column;
using frame::DataFrame;
using frame::DataType;

// A JSON string is a YAML string, whatever is in it; the frame's bytes are somebody else's.
std::string quotedText(const std::string& text) {
  const QJsonArray one{QString::fromStdString(text)};
  const QByteArray json = QJsonDocument(one).toJson(QJsonDocument::Compact);
  return json.mid(1, json.size() - 2).toStdString();
}

std::string cellOf(const Column& column, std::size_t row) {
  if (column.isNull(row)) return "null";
  const bool words = column.type() == DataType::kString || column.type() == DataType::kFloatVector;
  return words ? quotedText(column.textAt(row)) : column.textAt(row);
}

class SelfTestWriter final {
 public:
  // Nothing for a frame that the bundle does not have.
  DataFrame read(const char* name, bool there, const v1::DataFrame& message) {
    if (!there) return {};
    auto frame = frame::fromWire(message);
    if (frame.ok()) return *std::move(frame);
    text_ += fmt::format("# {} cannot be read: {}\n", name, messageOf(frame.status()));
    return {};
  }
  void line(const std::string& text) { text_ += text + '\n'; }
  void values(const char* title, const DataFrame& frame, std::size_t row, const std::string& indent) {
    if (row >= frame.rows() || frame.columns().empty()) return;
    text_ += fmt::format("{}{}:\n", indent, title);
    for (const Column& column : frame.columns())
      text_ += fmt::format("{}  {}: {}\n", indent, column.name(), cellOf(column, row));
  }
  const std::string& text() const { return text_; }

 private:
  std::string text_;
};

}  // namespace

QString selfTestYaml(const v1::SelfTest& test) {
  SelfTestWriter out;
  out.line(fmt::format("tolerance: {}", test.tolerance() > 0 ? test.tolerance() : kSelfTestTolerance));
  const DataFrame shared = out.read("shared_features", test.has_shared_features(), test.shared_features());
  const DataFrame queries =
      out.read("query_data_frame", test.has_query_data_frame(), test.query_data_frame());
  const DataFrame items =
      out.read("feature_data_frame", test.has_feature_data_frame(), test.feature_data_frame());
  const DataFrame stored = out.read("stored_features", test.has_stored_features(), test.stored_features());
  const DataFrame expected =
      out.read("expected_outputs", test.has_expected_outputs(), test.expected_outputs());
  out.values("shared", shared, 0, "");
  for (std::size_t q = 0; q < queries.rows(); ++q) {
    if (q == 0) out.line("queries:");
    out.line(fmt::format("  - query: {}", q));
    out.values("inputs", queries, q, "    ");
  }
  const std::size_t rows = std::max(items.rows(), expected.rows());
  if (rows > 0) out.line("rows:");
  for (std::size_t row = 0; row < rows; ++row) {
    out.line(fmt::format("  - row: {}", row));
    out.values("inputs", items, row, "    ");
    out.values("stored", stored, row, "    ");
    out.values("expected", expected, row, "    ");
  }
  return QString::fromStdString(out.text());
}

}  // namespace aerie::rpc
