#include <charconv>
#include <limits>
#include <optional>
#include <unordered_set>

#include "core/base/status.h"
#include "core/frame/csv.h"

namespace aerie::frame {
namespace {

constexpr std::size_t kMaxCell = 1U << 20;
constexpr std::size_t kMaxColumns = 10'000;

struct Cell {
  std::string text;
  bool quoted = false;
  bool null() const { return text.empty() && !quoted; }
};

struct Record {
  std::vector<Cell> cells;
  std::size_t line = 0;  // where it starts
};

// Splits text into records (RFC 4180); takes "\n" and "\r\n", and a byte order mark at the start.
class Reader final {
 public:
  Reader(std::istream& in, std::string_view source, char separator)
      : in_(*in.rdbuf()), source_(source), separator_(separator) {
    skipMark();
  }

  // False at the end.
  absl::StatusOr<bool> next(Record& record) {
    record.cells.clear();
    record.line = line_;
    if (in_.sgetc() == kEnd) return false;
    while (true) {
      Cell cell;
      AERIE_RETURN_IF_ERROR(readCell(cell, record));
      record.cells.push_back(std::move(cell));
      if (record.cells.size() > kMaxColumns) {
        return invalidArgument("{}: line {}: more than {} columns", source_, line_, kMaxColumns);
      }
      const int c = in_.sbumpc();
      if (c == separator_) continue;
      if (c == '\r') {
        if (in_.sgetc() == '\n') in_.sbumpc();
      }
      if (c != kEnd) ++line_;
      return true;
    }
  }
  std::size_t line() const { return line_; }

 private:
  static constexpr int kEnd = std::char_traits<char>::eof();

  // A part of a mark is no mark: it belongs to the first name.
  void skipMark() {
    int taken = 0;
    for (const int byte : {0xEF, 0xBB, 0xBF}) {
      if (in_.sgetc() != byte) break;
      in_.sbumpc();
      ++taken;
    }
    if (taken == 3) return;
    while (taken-- > 0) in_.sungetc();
  }

  absl::Status problem(const Record& record, std::string_view what) const {
    return invalidArgument("{}: line {}, column {}: {}", source_, line_, record.cells.size() + 1, what);
  }

  bool endsCell(int c) const { return c == kEnd || c == separator_ || c == '\n' || c == '\r'; }

  absl::Status readCell(Cell& cell, const Record& record) {
    if (in_.sgetc() == '"') return readQuoted(cell, record);
    for (int c = in_.sgetc(); !endsCell(c); c = in_.snextc()) {
      if (c == '"')
        return problem(record, "a quote inside an unquoted cell; quote the whole cell and double the quote");
      cell.text.push_back(static_cast<char>(c));
      if (cell.text.size() > kMaxCell)
        return problem(record, fmt::format("the cell is longer than {} bytes", kMaxCell));
    }
    return absl::OkStatus();
  }

  absl::Status readQuoted(Cell& cell, const Record& record) {
    cell.quoted = true;
    in_.sbumpc();
    while (true) {
      const int c = in_.sbumpc();
      if (c == kEnd)
        return problem(record, fmt::format("the quote that opens in line {} is never closed", record.line));
      if (c == '"') {
        if (in_.sgetc() != '"') break;
        in_.sbumpc();
      }
      if (c == '\n') ++line_;
      cell.text.push_back(static_cast<char>(c));
      if (cell.text.size() > kMaxCell)
        return problem(record, fmt::format("the cell is longer than {} bytes", kMaxCell));
    }
    if (!endsCell(in_.sgetc()))
      return problem(record, "text after the closing quote; put a separator between cells");
    return absl::OkStatus();
  }

  std::streambuf& in_;
  std::string_view source_;
  int separator_;
  std::size_t line_ = 1;
};

template <class T>
std::optional<T> parseNumber(std::string_view text) {
  T value{};
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return value;
}

std::optional<std::uint8_t> parseBool(std::string_view text) {
  if (text == "true" || text == "1") return std::uint8_t{1};
  if (text == "false" || text == "0") return std::uint8_t{0};
  return std::nullopt;
}

// Collects one column's cells as values of its type.
class ColumnBuilder final {
 public:
  ColumnBuilder(std::string name, DataType type) : name_(std::move(name)), type_(type) {}

  // False when the cell does not fit the type.
  bool append(Cell& cell) {
    const bool is_null = type_ == DataType::kString ? cell.null() : cell.text.empty();
    nulls_.push_back(is_null);
    switch (type_) {
      case DataType::kDouble: return put(doubles_, is_null, parseNumber<double>(cell.text));
      case DataType::kFloat: return put(floats_, is_null, parseNumber<float>(cell.text));
      case DataType::kInt64: return put(int64s_, is_null, parseNumber<std::int64_t>(cell.text));
      case DataType::kBool: return put(bools_, is_null, parseBool(cell.text));
      case DataType::kString: strings_.push_back(std::move(cell.text)); return true;
      case DataType::kFloatVector: return putVector(cell.text, is_null);
    }
    return false;
  }

  Column finish() {
    NullMask nulls = NullMask::fromFlags(nulls_);
    nulls_.clear();
    switch (type_) {
      case DataType::kDouble: return Column::ofDoubles(name_, std::exchange(doubles_, {}), std::move(nulls));
      case DataType::kFloat: return Column::ofFloats(name_, std::exchange(floats_, {}), std::move(nulls));
      case DataType::kInt64: return Column::ofInt64s(name_, std::exchange(int64s_, {}), std::move(nulls));
      case DataType::kBool: return Column::ofBools(name_, std::exchange(bools_, {}), std::move(nulls));
      case DataType::kString: return Column::ofStrings(name_, std::exchange(strings_, {}), std::move(nulls));
      case DataType::kFloatVector: break;
    }
    std::vector<float> values = std::exchange(floats_, {});
    const std::size_t dimension = std::max<std::size_t>(dimension_, 1);
    values.resize(nulls_pending_ * dimension + values.size());
    nulls_pending_ = 0;
    return Column::ofFloatVectors(name_, dimension, std::move(values), std::move(nulls));
  }

  const std::string& name() const { return name_; }
  DataType type() const { return type_; }

 private:
  template <class T>
  static bool put(std::vector<T>& values, bool is_null, std::optional<T> value) {
    values.push_back(is_null ? T{} : value.value_or(T{}));
    return is_null || value.has_value();
  }

  // "0.5;1;2". The first vector fixes the dimension; nulls before it wait until it is known.
  bool putVector(std::string_view text, bool is_null) {
    if (is_null) {
      if (dimension_ == 0) ++nulls_pending_;
      floats_.resize(floats_.size() + dimension_);
      return true;
    }
    std::vector<float> numbers;
    for (std::size_t begin = 0; begin <= text.size();) {
      const std::size_t end = std::min(text.find(';', begin), text.size());
      const std::optional<float> number = parseNumber<float>(text.substr(begin, end - begin));
      if (!number) return false;
      numbers.push_back(*number);
      begin = end + 1;
    }
    if (dimension_ == 0) {
      dimension_ = numbers.size();
      floats_.assign(std::exchange(nulls_pending_, 0) * dimension_, 0.0F);
    }
    if (numbers.size() != dimension_) return false;
    floats_.insert(floats_.end(), numbers.begin(), numbers.end());
    return true;
  }

  std::string name_;
  DataType type_;
  std::vector<bool> nulls_;
  std::vector<double> doubles_;
  std::vector<float> floats_;
  std::vector<std::int64_t> int64s_;
  std::vector<std::uint8_t> bools_;
  std::vector<std::string> strings_;
  std::size_t dimension_ = 0;
  std::size_t nulls_pending_ = 0;  // null vectors seen before the dimension was known
};

DataType infer(const std::vector<Record>& records, std::size_t column) {
  bool any = false;
  bool integers = true;
  bool doubles = true;
  bool bools = true;
  for (const Record& record : records) {
    const Cell& cell = record.cells[column];
    if (cell.text.empty()) continue;
    any = true;
    integers = integers && parseNumber<std::int64_t>(cell.text).has_value();
    doubles = doubles && parseNumber<double>(cell.text).has_value();
    bools = bools && (cell.text == "true" || cell.text == "false");
  }
  if (!any) return DataType::kString;
  if (integers) return DataType::kInt64;
  if (doubles) return DataType::kDouble;
  return bools ? DataType::kBool : DataType::kString;
}

class Table final {
 public:
  Table(std::string_view source, const CsvOptions& options) : source_(source), options_(options) {}

  absl::Status setHeader(const Record& record) {
    std::unordered_set<std::string_view> names;
    for (std::size_t i = 0; i < record.cells.size(); ++i) {
      const std::string& name = record.cells[i].text;
      if (name.empty())
        return invalidArgument("{}: line {}, column {}: the column has no name", source_, record.line, i + 1);
      if (!names.insert(name).second) {
        return invalidArgument("{}: line {}, column {}: column '{}' is there twice", source_, record.line,
                               i + 1, name);
      }
    }
    for (const Cell& cell : record.cells) names_.push_back(cell.text);
    for (const auto& [name, type] : options_.types) {
      if (!names.contains(name)) {
        return invalidArgument("{}: line {}: there is no column '{}'; columns are: {}", source_, record.line,
                               name, fmt::join(names_, ", "));
      }
    }
    return absl::OkStatus();
  }

  absl::Status check(const Record& record) const {
    if (record.cells.size() == names_.size()) return absl::OkStatus();
    return invalidArgument("{}: line {}: has {} cells, but the header has {}", source_, record.line,
                           record.cells.size(), names_.size());
  }
  // A blank line is a record only where it can be one null cell.
  bool blank(const Record& record) const {
    return names_.size() > 1 && record.cells.size() == 1 && record.cells[0].null();
  }

  void chooseTypes(const std::vector<Record>& sample) {
    for (std::size_t i = 0; i < names_.size(); ++i) {
      const auto given = options_.types.find(names_[i]);
      columns_.emplace_back(names_[i], given != options_.types.end() ? given->second : infer(sample, i));
    }
  }

  absl::Status append(Record& record) {
    for (std::size_t i = 0; i < columns_.size(); ++i) {
      const std::string text = columns_[i].type() == DataType::kString ? std::string() : record.cells[i].text;
      if (columns_[i].append(record.cells[i])) continue;
      return invalidArgument(
          "{}: line {}, column {} ('{}'): '{}' is not a {}; correct it or give the column's type", source_,
          record.line, i + 1, columns_[i].name(), text, name(columns_[i].type()));
    }
    ++rows_;
    return absl::OkStatus();
  }

  absl::StatusOr<DataFrame> finish() {
    rows_ = 0;
    std::vector<Column> columns;
    columns.reserve(columns_.size());
    for (ColumnBuilder& column : columns_) columns.push_back(column.finish());
    return DataFrame::create(std::move(columns));
  }
  std::size_t rows() const { return rows_; }

 private:
  std::string_view source_;
  const CsvOptions& options_;
  std::vector<std::string> names_;
  std::vector<ColumnBuilder> columns_;
  std::size_t rows_ = 0;
};

}  // namespace

absl::Status readCsvBlocks(std::istream& in, std::string_view source, const CsvOptions& options,
                           std::size_t block_rows,
                           const std::function<absl::Status(const DataFrame&)>& consume) {
  AERIE_CHECK(block_rows > 0);
  Reader reader(in, source, options.separator);
  Table table(source, options);
  Record record;
  AERIE_ASSIGN_OR_RETURN(const bool has_header, reader.next(record));
  if (!has_header) return invalidArgument("{}: is empty; the first line must name the columns", source);
  AERIE_RETURN_IF_ERROR(table.setHeader(record));

  std::size_t total = 0;
  const auto nextRow = [&]() -> absl::StatusOr<bool> {
    while (true) {
      AERIE_ASSIGN_OR_RETURN(const bool more, reader.next(record));
      if (!more) return false;
      if (table.blank(record)) continue;
      AERIE_RETURN_IF_ERROR(table.check(record));
      if (++total > options.max_rows) {
        return invalidArgument("{}: line {}: more than {} rows (max_rows)", source, record.line,
                               options.max_rows);
      }
      return true;
    }
  };
  const auto append = [&](Record& row) -> absl::Status {
    AERIE_RETURN_IF_ERROR(table.append(row));
    if (table.rows() < block_rows) return absl::OkStatus();
    AERIE_ASSIGN_OR_RETURN(const DataFrame block, table.finish());
    return consume(block);
  };

  std::vector<Record> sample;
  bool more = true;
  while (more && sample.size() < options.infer_rows) {
    AERIE_ASSIGN_OR_RETURN(more, nextRow());
    if (more) sample.push_back(std::move(record));
  }
  table.chooseTypes(sample);
  for (Record& row : sample) AERIE_RETURN_IF_ERROR(append(row));
  sample.clear();
  while (more) {
    AERIE_ASSIGN_OR_RETURN(more, nextRow());
    if (more) AERIE_RETURN_IF_ERROR(append(record));
  }
  if (table.rows() == 0 && total > 0) return absl::OkStatus();
  AERIE_ASSIGN_OR_RETURN(const DataFrame block, table.finish());
  return consume(block);
}

absl::StatusOr<DataFrame> readCsv(std::istream& in, std::string_view source, const CsvOptions& options) {
  DataFrame result;
  AERIE_RETURN_IF_ERROR(readCsvBlocks(in, source, options, std::numeric_limits<std::size_t>::max(),
                                      [&result](const DataFrame& block) {
                                        result = block;
                                        return absl::OkStatus();
                                      }));
  return result;
}

namespace {
// Reads a text in place.
class ViewBuffer final : public std::streambuf {
 public:
  explicit ViewBuffer(std::string_view text) {
    char* begin =
        const_cast<char*>(text.data());  // the stream buffer only reads; its interface knows no const
    setg(begin, begin, begin + text.size());
  }
};
}  // namespace

absl::StatusOr<DataFrame> readCsvText(std::string_view text, const CsvOptions& options) {
  ViewBuffer buffer(text);
  std::istream in(&buffer);
  return readCsv(in, "CSV", options);
}

}  // namespace aerie::frame
