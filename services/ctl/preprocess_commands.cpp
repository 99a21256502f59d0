#include <cstdio>
#include <fstream>

#include "core/base/files.h"
#include "core/base/status.h"
#include "core/frame/csv.h"
#include "core/preprocess/config_yaml.h"
#include "core/preprocess/pipeline.h"
#include "services/ctl/items.h"
#include "services/ctl/tool.h"

namespace aerie::ctl {
namespace {

struct PreprocessArguments {
  std::string config, data, out;
};

absl::Status writeOut(const std::string& text, const std::string& file) {
  if (!file.empty()) return writeFileAtomic(file, text);
  std::fwrite(text.data(), 1, text.size(), stdout);
  return absl::OkStatus();
}

}  // namespace

void addPreprocessCommands(Tool& tool) {
  CLI::App* preprocess =
      tool.app().add_subcommand("preprocess", "Feature preprocessing, as training and workers do it");
  preprocess->require_subcommand(1);
  const auto a = std::make_shared<PreprocessArguments>();
  CLI::App* fit = preprocess->add_subcommand(
      "fit", "Learn the open parameters of a config from data; prints the full config");
  CLI::App* run = preprocess->add_subcommand("run", "Apply a config to data; prints CSV");
  for (CLI::App* command : {fit, run}) {
    command->add_option("config", a->config, "Feature preprocessor config (YAML)")
        ->required()
        ->check(CLI::ExistingFile);
    command->add_option("data", a->data, "CSV with a header row")->required()->check(CLI::ExistingFile);
    command->add_option("--to", a->out, "File to write; left out: standard output")->type_name("FILE");
  }
  tool.onRun(fit, [a]() -> absl::Status {
    AERIE_ASSIGN_OR_RETURN(const std::string yaml, readFile(a->config));
    AERIE_ASSIGN_OR_RETURN(const v1::PreprocessorConfig config,
                           preprocess::parsePreprocessorConfig(yaml, a->config));
    AERIE_ASSIGN_OR_RETURN(const frame::DataFrame data, readItems(a->data));
    AERIE_ASSIGN_OR_RETURN(const v1::PreprocessorConfig fitted, preprocess::fit(config, data));
    return writeOut(preprocess::toYaml(fitted), a->out);
  });
  tool.onRun(run, [&tool, a]() -> absl::Status {
    AERIE_ASSIGN_OR_RETURN(const std::string yaml, readFile(a->config));
    AERIE_ASSIGN_OR_RETURN(const v1::PreprocessorConfig config,
                           preprocess::parsePreprocessorConfig(yaml, a->config));
    AERIE_ASSIGN_OR_RETURN(const frame::DataFrame data, readItems(a->data));
    AERIE_ASSIGN_OR_RETURN(const preprocess::Pipeline pipeline,
                           preprocess::Pipeline::compile(config, preprocess::columnsOf(data)));
    AERIE_ASSIGN_OR_RETURN(const frame::DataFrame result, pipeline.run(data));
    return writeOut(tool.out().json() ? toJsonRows(result).dump(2) + "\n" : frame::writeCsv(result), a->out);
  });
}

}  // namespace aerie::ctl
