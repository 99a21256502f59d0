#include <filesystem>
#include <fstream>
#include <numeric>

#include "core/base/status.h"
#include "core/features/bulk_load.h"
#include "core/features/feature_store.h"
#include "core/features/row_codec.h"
#include "services/ctl/tool.h"

namespace aerie::ctl {
namespace {

struct FeatureArguments {
  std::string store, table, file;
  std::vector<std::string> key, columns, types, keys;
};

absl::StatusOr<std::map<std::string, frame::DataType>> parseTypes(const std::vector<std::string>& words) {
  std::map<std::string, frame::DataType> result;
  for (const std::string& word : words) {
    const auto colon = word.find(':');
    if (colon == std::string::npos)
      return invalidArgument("--type '{}' must be COLUMN:TYPE, e.g. zip:string", word);
    AERIE_ASSIGN_OR_RETURN(result[word.substr(0, colon)], frame::dataTypeFromName(word.substr(colon + 1)));
  }
  return result;
}

absl::Status load(Tool& tool, const FeatureArguments& a) {
  AERIE_ASSIGN_OR_RETURN(const auto store, features::openFeatureStore(a.store));
  features::BulkLoadOptions options;
  options.table = a.table;
  options.key = a.key;
  options.columns = a.columns;
  AERIE_ASSIGN_OR_RETURN(options.types, parseTypes(a.types));
  const std::uint64_t total = std::filesystem::file_size(a.file);
  options.progress = [&](const features::BulkLoadProgress& progress) {
    tool.out().progress(fmt::format("{} rows", progress.rows), progress.bytes, total);
    return true;
  };
  std::ifstream in(a.file, std::ios::binary);
  AERIE_ASSIGN_OR_RETURN(const features::BulkLoadProgress done,
                         features::bulkLoadCsv(in, a.file, *store, options));
  tool.out().show(
      nlohmann::json{{"table", a.table}, {"rows", done.rows}, {"bytes", done.bytes}},
      {{},
       {{fmt::format("{} rows of {} loaded into {} ({})", done.rows, a.file, a.table, store->description())}},
       ""});
  return absl::OkStatus();
}

absl::Status get(Tool& tool, const FeatureArguments& a) {
  AERIE_ASSIGN_OR_RETURN(const auto store, features::openFeatureStore(a.store));
  AERIE_ASSIGN_OR_RETURN(const features::TableSchema schema, store->schema(a.table));
  std::vector<std::string> joined;
  for (const std::string& key : a.keys) {
    std::vector<std::string> parts;
    for (std::size_t at = 0; at <= key.size();) {
      const std::size_t end = schema.key.size() == 1 ? key.size() : std::min(key.find(',', at), key.size());
      parts.push_back(key.substr(at, end - at));
      at = end + 1;
    }
    if (parts.size() != schema.key.size()) {
      return invalidArgument("key '{}' has {} parts; {} needs {}: {}", key, parts.size(), a.table,
                             schema.key.size(), fmt::join(schema.key, ","));
    }
    joined.push_back(features::joinKey(parts));
  }
  AERIE_ASSIGN_OR_RETURN(const auto rows, store->multiGet(a.table, joined));
  Table table;
  table.header = {"KEY"};
  for (const features::TableColumn& column : schema.columns) table.header.push_back(column.name);
  nlohmann::json document = nlohmann::json::array();
  bool missing = false;
  std::vector<std::size_t> all(schema.columns.size());
  std::iota(all.begin(), all.end(), 0);
  AERIE_ASSIGN_OR_RETURN(const std::vector<frame::Column> values, features::decodeRows(schema, all, rows));
  for (std::size_t i = 0; i < rows.size(); ++i) {
    std::vector<std::string> line = {a.keys[i]};
    nlohmann::json entry = {{"key", a.keys[i]}, {"found", rows[i] != nullptr && !rows[i]->empty()}};
    if (rows[i] == nullptr || rows[i]->empty()) {
      missing = true;
      line.push_back("(not stored)");
    } else {
      for (const frame::Column& column : values) {
        const std::string text = column.isNull(i) ? "null" : column.textAt(i);
        line.push_back(text);
        entry[column.name()] = column.isNull(i) ? nlohmann::json() : nlohmann::json(text);
      }
    }
    table.rows.push_back(std::move(line));
    document.push_back(std::move(entry));
  }
  tool.out().show(document, table);
  if (missing) tool.finishWith(Exit::kPartial);
  return absl::OkStatus();
}

}  // namespace

void addFeatureCommands(Tool& tool) {
  CLI::App* features = tool.app().add_subcommand("features", "Feature store: load tables, look rows up");
  features->require_subcommand(1);
  const auto a = std::make_shared<FeatureArguments>();
  CLI::App* load_command = features->add_subcommand("load", "Load a CSV file into a table");
  CLI::App* get_command =
      features->add_subcommand("get", "Show stored rows; exit 7 when a key is not stored");
  for (CLI::App* command : {load_command, get_command}) {
    command->add_option("--store", a->store, "sqlite:PATH or redis://host:port")
        ->required()
        ->type_name("URL");
    command->add_option("table", a->table, "Table")->required();
  }
  load_command->add_option("file", a->file, "CSV with a header row")->required()->check(CLI::ExistingFile);
  load_command->add_option("--key", a->key, "Key columns, e.g. --key origin,destination")
      ->required()
      ->delimiter(',');
  load_command->add_option("--columns", a->columns, "Value columns; left out: all others")->delimiter(',');
  load_command->add_option("--type", a->types, "COLUMN:TYPE where inference is wrong")->delimiter(',');
  tool.onRun(load_command, [&tool, a] { return load(tool, *a); });
  get_command->add_option("keys", a->keys, "Keys; the parts of a composite key joined by ','")->required();
  tool.onRun(get_command, [&tool, a] { return get(tool, *a); });
}

}  // namespace aerie::ctl
