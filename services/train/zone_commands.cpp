#include "services/train/zone_commands.h"

#include <algorithm>
#include <cstdio>
#include <nlohmann/json.hpp>
#include <unistd.h>

#include "core/base/clock.h"
#include "core/base/files.h"
#include "core/base/status.h"
#include "core/bundle/bundle.h"
#include "core/training_publish/assemble.h"
#include "services/common/settings.h"

namespace aerie::train {
namespace {

namespace fs = std::filesystem;
using nlohmann::json;

void print(const json& report) {
  std::printf("%s\n", report.dump(-1, ' ', false, json::error_handler_t::replace).c_str());
}

// The outputs of tasks that ran without a daemon: every directory below `parts` is one.
absl::StatusOr<std::vector<training_publish::TaskOutput>> outputsBelow(const fs::path& parts) {
  std::vector<training_publish::TaskOutput> outputs;
  std::error_code error;
  for (const auto& entry : fs::directory_iterator(parts, error)) {
    if (entry.is_directory(error)) outputs.push_back({entry.path().filename().string(), {}, entry.path()});
  }
  if (error) return notFound("{} can't be read: {}", parts.string(), error.message());
  std::sort(outputs.begin(), outputs.end(), [](const auto& a, const auto& b) { return a.task < b.task; });
  return outputs;
}

}  // namespace

void ZoneCommands::addTo(CLI::App& app) {
  addPrepare(app);
  addPart(app);
  addAssemble(app);
  addEvaluate(app);
}

absl::Status ZoneCommands::run() { return chosen_(); }

void ZoneCommands::addPrepare(CLI::App& app) {
  CLI::App* command = app.add_subcommand(
      "prepare", "Split the flights by zone, fit the preprocessor, train the model of all zones");
  command->add_option("--data", data_, "Flights: CSV, or CSV compressed as .zst")
      ->required()
      ->check(CLI::ExistingFile);
  command->add_option("--out", out_, "Directory to write; it must not exist yet")->required();
  command
      ->add_option("--test-from-day", prepare_options_.test_from_day,
                   "Days of a month that are kept from training begin here")
      ->capture_default_str()
      ->check(CLI::Range(2, 28));
  command->add_option("--trees", prepare_options_.booster.trees, "Trees of the model of all zones")
      ->capture_default_str()
      ->check(CLI::Range(1, 10000));
  command
      ->add_option("--neighbours", prepare_options_.neighbours,
                   "Flights of all zones that each part learns from, too")
      ->capture_default_str();
  command->add_option("--threads", prepare_options_.booster.threads, "Threads")
      ->capture_default_str()
      ->check(CLI::Range(1, 256));
  command->callback([this] { chosen_ = [this] { return prepare(); }; });
}

void ZoneCommands::addPart(CLI::App& app) {
  CLI::App* command = app.add_subcommand("part", "Train one zone: a task of a training job");
  command->add_option("--prepared", prepared_, "Directory made by prepare")->required();
  command->add_option("--zone", part_options_.zone, "Origin airport, e.g. ATL; * = every one")->required();
  command->add_option("--month", part_options_.month, "Month, e.g. 3; * = every one")->required();
  command->add_option("--out", out_, "Output directory of the task")->required();
  command
      ->add_option("--min-rows", part_options_.min_rows, "Fewer flights to learn from: the zone is left out")
      ->capture_default_str();
  command
      ->add_option("--neighbours", part_options_.neighbours,
                   "Own flights that a sample of all zones counts as much as; 0 = learn from the zone alone")
      ->capture_default_str()
      ->check(CLI::Range(0.0, 1e6));
  command->add_option("--trees", part_options_.trees, "Trees of the part (default: by the number of flights)")
      ->check(CLI::Range(1, 10000));
  command->add_option("--depth", part_options_.depth, "Their depth (default: by the number of flights)")
      ->check(CLI::Range(1, 16));
  command->add_option("--seed", part_options_.seed, "Seed of the training")->capture_default_str();
  command->add_option("--threads", part_options_.threads, "Threads")
      ->capture_default_str()
      ->check(CLI::Range(1, 256));
  command->add_option("--bundle-of", model_,
                      "Write a bundle of this model instead of a part: a version per task");
  command->add_option("--signing-key", key_file_,
                      "For --bundle-of: Ed25519 private key (PEM); made when it does not exist");
  command->callback([this] { chosen_ = [this] { return part(); }; });
}

void ZoneCommands::addAssemble(CLI::App& app) {
  CLI::App* command =
      app.add_subcommand("assemble", "Make one bundle of parts, as a training job does when it publishes");
  command->add_option("--parts", parts_, "Directory with an output directory per task")->required();
  command->add_option("--model", model_, "Model name")->required();
  command->add_option("--signing-key", key_file_, "Ed25519 private key (PEM); made when it does not exist")
      ->required();
  command->add_option("--out", out_, "Bundle to write")->required();
  command->callback([this] { chosen_ = [this] { return assemble(); }; });
}

void ZoneCommands::addEvaluate(CLI::App& app) {
  CLI::App* command = app.add_subcommand(
      "evaluate", "Compare the zones' parts with the model of all zones, on flights that no training saw");
  command->add_option("--prepared", prepared_, "Directory made by prepare")->required();
  command->add_option("--bundle", bundle_, "Bundle made by assemble or a training job")->required();
  command->callback([this] { chosen_ = [this] { return evaluate(); }; });
}

absl::Status ZoneCommands::prepare() {
  AERIE_ASSIGN_OR_RETURN(const sim::Flights flights, sim::Flights::load(data_));
  PrepareOptions& options = prepare_options_;
  AERIE_ASSIGN_OR_RETURN(options.data_digest, sha256HexOfFile(data_));
  options.data_name = fs::path(data_).filename().string();
  options.code = fmt::format("aerie-train-xgboost {}", services::version());
  const bool terminal = ::isatty(STDERR_FILENO) != 0;
  options.progress = [terminal](std::size_t done, std::size_t all, std::string_view what) {
    if (!terminal && done % 50 != 0 && what != "done") return;
    const std::string line = fmt::format("{}{} of {}: {:<24}{}", terminal ? "\r" : "", done, all, what,
                                         terminal && what != "done" ? "" : "\n");
    std::fputs(line.c_str(), stderr);
  };
  AERIE_ASSIGN_OR_RETURN(const Prepared prepared, prepareZones(flights, options, out_));
  print({{"prepared", out_},
         {"flights", prepared.flights},
         {"zones", prepared.zones.size()},
         {"months", prepared.months},
         {"test_from_day", prepared.test_from_day}});
  return absl::OkStatus();
}

absl::Status ZoneCommands::part() {
  absl::StatusOr<PartResult> result;
  if (model_.empty()) {
    result = trainPart(prepared_, part_options_, out_);
  } else {
    if (key_file_.empty()) return invalidArgument("--bundle-of needs --signing-key");
    AERIE_ASSIGN_OR_RETURN(const SigningKey key, SigningKey::loadOrCreate(key_file_));
    result = trainPartBundle(prepared_, part_options_, model_, key, out_);
  }
  if (!result.ok()) return result.status();
  json report = {{"zone", part_options_.zone},
                 {"month", part_options_.month},
                 {"train_rows", result->train_rows},
                 {"test_rows", result->test_rows},
                 {"metrics", result->metrics}};
  if (!result->left_out.empty()) report["left_out"] = result->left_out;
  print(report);
  return absl::OkStatus();
}

absl::Status ZoneCommands::assemble() {
  AERIE_ASSIGN_OR_RETURN(const SigningKey key, SigningKey::loadOrCreate(key_file_));
  AERIE_ASSIGN_OR_RETURN(const auto outputs, outputsBelow(parts_));
  training_publish::Publication publication;
  publication.model = model_;
  publication.job = "aerie-train-xgboost assemble";
  publication.created_unix_ms = unixMillis(SystemClock().wallNow());
  AERIE_ASSIGN_OR_RETURN(const training_publish::ZonedBundle made,
                         training_publish::assembleOneVersion(outputs, publication, key, out_));
  print({{"bundle", made.bundle.string()},
         {"digest", made.digest},
         {"size_bytes", made.size_bytes},
         {"parts", made.parts},
         {"left_out", made.left_out.size()},
         {"has_fallback", made.has_fallback},
         {"metrics", made.metrics},
         {"signer", toHex(key.publicKey())}});
  return absl::OkStatus();
}

absl::Status ZoneCommands::evaluate() {
  // The model is measured, not served: whoever signed it.
  AERIE_ASSIGN_OR_RETURN(const bundle::BundleInfo info, bundle::inspect(bundle_));
  AERIE_ASSIGN_OR_RETURN(const std::string signer, fromHex(info.signer));
  bundle::TrustedKeys trusted;
  trusted.add(signer);
  AERIE_ASSIGN_OR_RETURN(const TempDir temp, TempDir::create("aerie-evaluate"));
  AERIE_ASSIGN_OR_RETURN(const bundle::OpenBundle opened,
                         bundle::open(bundle_, trusted, temp.path() / "bundle"));
  AERIE_ASSIGN_OR_RETURN(const ZoneQuality quality, evaluateZones(prepared_, opened.model_path));
  print({{"rows", quality.rows},
         {"rows_of_own_part", quality.own_part_rows},
         {"auc", quality.auc},
         {"auc_everywhere", quality.auc_everywhere},
         {"log_loss", quality.log_loss},
         {"log_loss_everywhere", quality.log_loss_everywhere},
         {"auc_in_zones", quality.auc_in_zones},
         {"auc_in_zones_everywhere", quality.auc_in_zones_everywhere},
         {"zones", quality.zones},
         {"zones_better", quality.zones_better}});
  return absl::OkStatus();
}

}  // namespace aerie::train
