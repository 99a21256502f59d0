#include "services/ctl/items.h"

#include <charconv>
#include <iostream>
#include <iterator>
#include <limits>

#include "core/base/files.h"
#include "core/base/status.h"
#include "core/frame/csv.h"

namespace aerie::ctl {
namespace {

using nlohmann::json;

enum class Kind { kNone, kBool, kInteger, kNumber, kText };

absl::StatusOr<Kind> kindOf(const json& value, const std::string& where) {
  if (value.is_null()) return Kind::kNone;
  if (value.is_boolean()) return Kind::kBool;
  if (value.is_number_unsigned() && value.get<std::uint64_t>() > std::numeric_limits<std::int64_t>::max()) {
    return invalidArgument("{}: {} is too large for an int64; write it as a text", where, value.dump());
  }
  if (value.is_number_integer()) return Kind::kInteger;
  if (value.is_number()) return Kind::kNumber;
  if (value.is_string()) return Kind::kText;
  return invalidArgument("{}: must be a number, a text, true, false or null", where);
}

frame::Column makeColumn(const std::string& name, Kind kind, const std::vector<json>& cells) {
  std::vector<bool> nulls;
  for (const json& cell : cells) nulls.push_back(cell.is_null());
  const frame::NullMask mask = frame::NullMask::fromFlags(nulls);
  const auto take = [&]<class T>(T fallback) {
    std::vector<T> values;
    for (const json& cell : cells) values.push_back(cell.is_null() ? fallback : cell.get<T>());
    return values;
  };
  switch (kind) {
    case Kind::kBool: {
      std::vector<std::uint8_t> values;
      for (const json& cell : cells) values.push_back(!cell.is_null() && cell.get<bool>() ? 1 : 0);
      return frame::Column::ofBools(name, std::move(values), mask);
    }
    case Kind::kInteger: return frame::Column::ofInt64s(name, take(std::int64_t{0}), mask);
    case Kind::kText: return frame::Column::ofStrings(name, take(std::string()), mask);
    default: return frame::Column::ofDoubles(name, take(0.0), mask);
  }
}

absl::StatusOr<frame::DataFrame> itemsOf(json document, const std::string& source) {
  if (document.is_object()) document = json::array({document});
  if (!document.is_array()) return invalidArgument("{}: must be an array of objects, one per item", source);
  std::vector<std::string> names;
  for (const json& row : document) {
    if (!row.is_object()) return invalidArgument("{}: every entry must be an object of features", source);
    for (const auto& [name, value] : row.items()) {
      if (std::find(names.begin(), names.end(), name) == names.end()) names.push_back(name);
    }
  }
  std::vector<frame::Column> columns;
  for (const std::string& name : names) {
    std::vector<json> cells;
    Kind kind = Kind::kNone;
    for (std::size_t row = 0; row < document.size(); ++row) {
      cells.push_back(document[row].contains(name) ? document[row][name] : json());
      AERIE_ASSIGN_OR_RETURN(
          const Kind here, kindOf(cells.back(), fmt::format("{}: item {}, feature '{}'", source, row, name)));
      const bool numbers = (kind == Kind::kInteger && here == Kind::kNumber) ||
                           (kind == Kind::kNumber && here == Kind::kInteger);
      if (kind == Kind::kNone)
        kind = here;
      else if (numbers)
        kind = Kind::kNumber;
      else if (here != Kind::kNone && here != kind) {
        return invalidArgument("{}: feature '{}' of item {} has another type than before", source, name, row);
      }
    }
    columns.push_back(makeColumn(name, kind, cells));
  }
  if (columns.empty()) return frame::DataFrame::empty(document.size());
  return frame::DataFrame::create(std::move(columns));
}

}  // namespace

absl::StatusOr<frame::DataFrame> itemsFromJson(std::string_view text, const std::string& source) {
  json document = json::parse(text, nullptr, false);
  if (document.is_discarded()) return invalidArgument("{}: is not valid JSON", source);
  return itemsOf(std::move(document), source);
}

absl::StatusOr<frame::DataFrame> readItems(const std::string& file) {
  std::string text;
  if (file == "-") {
    text.assign(std::istreambuf_iterator<char>(std::cin), {});
  } else {
    AERIE_ASSIGN_OR_RETURN(text, readFile(file));
  }
  const auto first = text.find_first_not_of(" \t\r\n");
  const std::string source = file == "-" ? "standard input" : file;
  if (first == std::string::npos)
    return invalidArgument("{}: is empty; give a CSV header row or a JSON array", source);
  if (text[first] == '[' || text[first] == '{') return itemsFromJson(text, source);
  auto frame = frame::readCsvText(text);
  return frame.ok() ? std::move(frame)
                    : absl::StatusOr<frame::DataFrame>(withContext(frame.status(), source));
}

absl::StatusOr<frame::DataFrame> sharedFromWords(const std::vector<std::string>& words) {
  json row = json::object();
  for (const std::string& word : words) {
    const auto equals = word.find('=');
    if (equals == std::string::npos || equals == 0)
      return invalidArgument("--shared '{}' must be NAME=VALUE", word);
    const json value = json::parse(word.substr(equals + 1), nullptr, false);
    row[word.substr(0, equals)] = value.is_primitive() && !value.is_discarded() && !value.is_null()
                                      ? value
                                      : json(word.substr(equals + 1));
  }
  return itemsOf(std::move(row), "--shared");
}

nlohmann::json toJsonRows(const frame::DataFrame& frame) {
  json rows = json::array();
  for (std::size_t row = 0; row < frame.rows(); ++row) {
    json entry = json::object();
    for (const frame::Column& column : frame.columns()) {
      json& cell = entry[column.name()];
      if (column.isNull(row)) continue;
      switch (column.type()) {
        case frame::DataType::kString: cell = std::string(column.strings()[row]); break;
        case frame::DataType::kInt64: cell = column.int64s()[row]; break;
        case frame::DataType::kBool: cell = column.bools()[row] != 0; break;
        case frame::DataType::kFloatVector: {
          const auto values = column.floats().subspan(row * column.dimension(), column.dimension());
          cell = std::vector<float>(values.begin(), values.end());
          break;
        }
        default: cell = column.numberAt(row);
      }
    }
    rows.push_back(std::move(entry));
  }
  return rows;
}

}  // namespace aerie::ctl
