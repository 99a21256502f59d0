// aerie-train-xgboost: trains the demo's model from real flights and writes a signed bundle.
#include <CLI/CLI.hpp>
#include <cstdio>
#include <nlohmann/json.hpp>

#include "core/base/files.h"
#include "core/base/status.h"
#include "services/common/settings.h"
#include "services/train/arrival_delay.h"

namespace {

absl::Status run(aerie::train::ArrivalDelayOptions& options, const std::string& data,
                 const std::string& key_file, const std::string& out) {
  AERIE_ASSIGN_OR_RETURN(const aerie::sim::Flights flights, aerie::sim::Flights::load(data));
  AERIE_ASSIGN_OR_RETURN(options.data_digest, aerie::sha256HexOfFile(data));
  options.data_name = std::filesystem::path(data).filename().string();
  options.code = fmt::format("aerie-train-xgboost {}", aerie::services::version());
  AERIE_ASSIGN_OR_RETURN(const aerie::SigningKey key, aerie::SigningKey::loadOrCreate(key_file));
  options.booster.progress = [&](int done) {
    std::fprintf(stderr, "\rtree %d of %d", done, options.booster.trees);
    if (done == options.booster.trees) std::fputc('\n', stderr);
    return true;
  };
  AERIE_ASSIGN_OR_RETURN(const aerie::train::TrainingResult result,
                         aerie::train::trainArrivalDelay(flights, options, key, out));
  const nlohmann::json report = {{"bundle", out},
                                 {"digest", result.digest},
                                 {"size_bytes", result.size_bytes},
                                 {"train_rows", result.train_rows},
                                 {"test_rows", result.test_rows},
                                 {"test_auc", result.test_auc},
                                 {"test_log_loss", result.test_log_loss},
                                 {"signer", aerie::toHex(key.publicKey())}};
  std::printf("%s\n", report.dump().c_str());
  return absl::OkStatus();
}

}  // namespace

int main(int argc, char** argv) {
  CLI::App app("Trains the demo's arrival-delay model with XGBoost and writes a signed bundle.",
               "aerie-train-xgboost");
  aerie::train::ArrivalDelayOptions options;
  std::string data, key_file, out;
  app.add_option("--data", data, "Flights: CSV, or CSV compressed as .zst")
      ->required()
      ->check(CLI::ExistingFile);
  app.add_option("--out", out, "Bundle to write, e.g. arrival_delay-1.aerie")->required();
  app.add_option("--signing-key", key_file, "Ed25519 private key (PEM); made when it does not exist")
      ->required();
  app.add_flag("--stored-features", options.stored_features, "Use late rates from the feature store too");
  app.add_option("--train-from", options.train_from, "First day of training")->capture_default_str();
  app.add_option("--train-to", options.train_to, "Day after the last day of training")->capture_default_str();
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
  CLI11_PARSE(app, argc, argv);
  if (const absl::Status status = run(options, data, key_file, out); !status.ok()) {
    std::fprintf(stderr, "aerie-train-xgboost: %s\n", aerie::messageOf(status).c_str());
    return 1;
  }
  return 0;
}
