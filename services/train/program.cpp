#include "services/train/program.h"

#include <CLI/CLI.hpp>
#include <cstdio>
#include <nlohmann/json.hpp>

#include "core/base/files.h"
#include "core/base/status.h"
#include "services/common/settings.h"
#include "services/train/arrival_delay.h"
#include "services/train/zone_commands.h"

namespace aerie::train {
namespace {

// One model of all flights, or of one zone: a signed bundle.
struct BundleCommand {
  ArrivalDelayOptions options;
  std::string data, key_file, out;

  void addTo(CLI::App& app) {
    app.add_option("--data", data, "Flights: CSV, or CSV compressed as .zst")->check(CLI::ExistingFile);
    app.add_option("--out", out, "Bundle to write, e.g. arrival_delay-1.aerie");
    app.add_option("--signing-key", key_file, "Ed25519 private key (PEM); made when it does not exist");
    app.add_flag("--stored-features", options.stored_features, "Use late rates from the feature store too");
    app.add_option("--train-from", options.train_from, "First day of training")->capture_default_str();
    app.add_option("--train-to", options.train_to, "Day after the last day of training")
        ->capture_default_str();
    app.add_option("--test-to", options.test_to, "Day after the last day of testing")->capture_default_str();
    app.add_option("--zone", options.zone, "Train on one origin airport only, e.g. ATL");
    app.add_option("--model", options.model, "Model name")->capture_default_str();
    app.add_option("--model-version", options.version, "Version; left out: the registry numbers it");
    app.add_option("--trees", options.booster.trees, "Number of trees")
        ->capture_default_str()
        ->check(CLI::Range(1, 10000));
    app.add_option("--depth", options.booster.depth, "Depth of a tree")
        ->capture_default_str()
        ->check(CLI::Range(1, 16));
    app.add_option("--eta", options.booster.learning_rate, "Learning rate")
        ->capture_default_str()
        ->check(CLI::Range(0.001, 1.0));
    app.add_option("--seed", options.booster.seed, "Seed of the training")->capture_default_str();
    app.add_option("--threads", options.booster.threads, "Threads")
        ->capture_default_str()
        ->check(CLI::Range(1, 256));
  }

  absl::Status run() {
    for (const auto& [value, name] :
         {std::pair(&data, "--data"), {&out, "--out"}, {&key_file, "--signing-key"}}) {
      if (value->empty()) return invalidArgument("{} is required (see --help)", name);
    }
    AERIE_ASSIGN_OR_RETURN(const sim::Flights flights, sim::Flights::load(data));
    AERIE_ASSIGN_OR_RETURN(options.data_digest, sha256HexOfFile(data));
    options.data_name = std::filesystem::path(data).filename().string();
    options.code = fmt::format("aerie-train-xgboost {}", services::version());
    AERIE_ASSIGN_OR_RETURN(const SigningKey key, SigningKey::loadOrCreate(key_file));
    options.booster.progress = [this](int done) {
      std::fprintf(stderr, "\rtree %d of %d", done, options.booster.trees);
      if (done == options.booster.trees) std::fputc('\n', stderr);
      return true;
    };
    AERIE_ASSIGN_OR_RETURN(const TrainingResult result, trainArrivalDelay(flights, options, key, out));
    const nlohmann::json report = {{"bundle", out},
                                   {"digest", result.digest},
                                   {"size_bytes", result.size_bytes},
                                   {"train_rows", result.train_rows},
                                   {"test_rows", result.test_rows},
                                   {"test_auc", result.test_auc},
                                   {"test_log_loss", result.test_log_loss},
                                   {"signer", toHex(key.publicKey())}};
    std::printf("%s\n", report.dump().c_str());
    return absl::OkStatus();
  }
};

}  // namespace

int runProgram(int argc, char** argv) {
  CLI::App app(
      "Trains the demo's arrival-delay models with XGBoost. Without a command: one model, as a signed "
      "bundle.",
      "aerie-train-xgboost");
  app.require_subcommand(0, 1);
  BundleCommand bundle;
  bundle.addTo(app);
  ZoneCommands zones;
  zones.addTo(app);
  CLI11_PARSE(app, argc, argv);
  const absl::Status status = app.get_subcommands().empty() ? bundle.run() : zones.run();
  if (status.ok()) return 0;
  std::fprintf(stderr, "aerie-train-xgboost: %s\n", messageOf(status).c_str());
  return 1;
}

}  // namespace aerie::train
