#include "tests/bench/serving/world.h"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>
#include <nlohmann/json.hpp>
#include <random>
#include <sstream>

#include "core/base/files.h"
#include "core/base/status.h"
#include "core/bundle/bundle.h"
#include "core/features/bulk_load.h"
#include "core/frame/csv.h"
#include "core/frame/wire.h"
#include "core/inference/input_matrix.h"
#include "core/inference/xgboost_model.h"
#include "services/train/booster.h"

namespace aerie::bench {
namespace {

constexpr std::uint64_t kProductSeed = 20'240'201;
constexpr std::uint64_t kTrainSeed = 7;
constexpr std::size_t kTrainRequests = 400;
constexpr std::size_t kSelfTestRows = kItems;

double value(std::mt19937_64& random) { return static_cast<double>(random() % 4096) / 1024 - 2; }

using Product = std::array<double, kStoredFeatures>;

std::vector<Product> makeProducts(std::uint32_t count) {
  std::mt19937_64 random(kProductSeed);
  std::vector<Product> products(count);
  for (Product& product : products)
    std::generate(product.begin(), product.end(), [&] { return value(random); });
  return products;
}

std::string toCsv(const std::vector<Product>& products) {
  std::string text = "product_id";
  for (std::size_t i = 0; i < kStoredFeatures; ++i) text += "," + storedName(i);
  text += '\n';
  for (std::uint32_t p = 0; p < products.size(); ++p) {
    text += productId(p);
    for (const double v : products[p]) text += fmt::format(",{}", v);
    text += '\n';
  }
  return text;
}

// One row per item: stored features, then request features.
inference::InputMatrix toMatrix(const std::vector<Product>& products, const std::vector<Request>& requests) {
  inference::InputMatrix matrix;
  matrix.rows = requests.size() * kItems;
  matrix.columns = kStoredFeatures + kRequestFeatures;
  for (const Request& request : requests) {
    for (std::size_t i = 0; i < kItems; ++i) {
      for (const double v : products[request.products[i]]) matrix.values.push_back(static_cast<float>(v));
      for (const double v : request.values[i]) matrix.values.push_back(static_cast<float>(v));
    }
  }
  return matrix;
}

// Clicks that depend on every feature, some of them together, so that the trees grow to their full depth.
std::vector<float> makeLabels(const inference::InputMatrix& matrix) {
  std::mt19937_64 random(kTrainSeed + 1);
  std::vector<float> labels(matrix.rows);
  for (std::size_t row = 0; row < matrix.rows; ++row) {
    const float* x = matrix.values.data() + row * matrix.columns;
    double score = 0;
    for (std::size_t i = 0; i + 1 < matrix.columns; ++i)
      score += std::sin(x[i] * static_cast<float>(i % 3 + 1)) + 0.5 * x[i] * x[i + 1];
    labels[row] = static_cast<double>(random() % 1'000) < 1'000 / (1 + std::exp(-score)) ? 1.0F : 0.0F;
  }
  return labels;
}

frame::DataFrame itemFrame(const Request& request) {
  std::vector<std::string> ids(kItems);
  std::transform(request.products.begin(), request.products.end(), ids.begin(), productId);
  std::vector<frame::Column> columns{frame::Column::ofStrings("product_id", std::move(ids))};
  for (std::size_t f = 0; f < kRequestFeatures; ++f) {
    std::vector<double> values(kItems);
    for (std::size_t i = 0; i < kItems; ++i) values[i] = request.values[i][f];
    columns.push_back(frame::Column::ofDoubles(requestName(f), std::move(values)));
  }
  auto result = frame::DataFrame::create(std::move(columns));
  AERIE_CHECK(result.ok());
  return *std::move(result);
}

frame::DataFrame storedFrame(const std::vector<Product>& products, const Request& request) {
  std::vector<frame::Column> columns;
  for (std::size_t f = 0; f < kStoredFeatures; ++f) {
    std::vector<float> values(kItems);
    for (std::size_t i = 0; i < kItems; ++i) values[i] = static_cast<float>(products[request.products[i]][f]);
    columns.push_back(frame::Column::ofFloats(storedName(f), std::move(values)));
  }
  auto result = frame::DataFrame::create(std::move(columns));
  AERIE_CHECK(result.ok());
  return *std::move(result);
}

void describeFeatures(bundle::BundleContents* contents) {
  v1::FeatureLocation* id = contents->features.add_features();
  id->set_name("product_id");
  id->set_type(v1::STRING);
  id->set_source(v1::ITEM);
  for (std::size_t f = 0; f < kStoredFeatures; ++f) {
    v1::FeatureLocation* feature = contents->features.add_features();
    feature->set_name(storedName(f));
    feature->set_type(v1::FLOAT);
    feature->set_source(v1::STORE);
    feature->set_table(kTable);
    feature->add_key("product_id");
    contents->preprocessor.add_outputs(storedName(f));
  }
  for (std::size_t f = 0; f < kRequestFeatures; ++f) {
    v1::FeatureLocation* feature = contents->features.add_features();
    feature->set_name(requestName(f));
    feature->set_type(v1::DOUBLE);
    feature->set_source(v1::ITEM);
    contents->preprocessor.add_outputs(requestName(f));
  }
}

absl::Status writeBundle(const PrepareOptions& options, const std::vector<Product>& products,
                         std::string model_bytes) {
  const std::filesystem::path model_file = options.directory / "model.ubj";
  AERIE_RETURN_IF_ERROR(writeFileAtomic(model_file, model_bytes));
  AERIE_ASSIGN_OR_RETURN(const auto model, inference::XgboostModel::load(model_file));
  const std::vector<Request> rows = makeRequests(1, options.products, kTrainSeed + 2);
  const inference::InputMatrix matrix = toMatrix(products, rows);
  AERIE_ASSIGN_OR_RETURN(std::vector<float> scores,
                         model->predict(matrix.values.data(), matrix.rows, matrix.columns));
  AERIE_ASSIGN_OR_RETURN(const frame::DataFrame expected,
                         inference::toOutputs(std::move(scores), kSelfTestRows, {kOutput}));

  bundle::BundleContents contents;
  describeFeatures(&contents);
  contents.manifest.set_model("click");
  contents.manifest.set_version("1");
  contents.manifest.set_runtime("xgboost");
  contents.manifest.set_model_file("model/model.ubj");
  contents.manifest.add_output_names(kOutput);
  contents.model_files["model/model.ubj"] = bundle::ModelFile{{}, std::move(model_bytes)};
  frame::toWire(itemFrame(rows[0]), contents.self_test.mutable_feature_data_frame());
  frame::toWire(storedFrame(products, rows[0]), contents.self_test.mutable_stored_features());
  frame::toWire(expected, contents.self_test.mutable_expected_outputs());
  contents.self_test.set_tolerance(1e-6);
  const SigningKey key = SigningKey::generate();
  AERIE_RETURN_IF_ERROR(bundle::pack(contents, key, options.directory / "model.aerie").status());
  return writeFileAtomic(options.directory / "trusted_keys", toHex(key.publicKey()) + "\n");
}

}  // namespace

std::string productId(std::uint32_t product) { return fmt::format("p{:06}", product); }
std::string storedName(std::size_t feature) { return fmt::format("stored_{}", feature); }
std::string requestName(std::size_t feature) { return fmt::format("item_{}", feature); }

std::vector<Request> makeRequests(std::size_t count, std::uint32_t products, std::uint64_t seed) {
  std::mt19937_64 random(seed);
  std::vector<Request> requests(count);
  for (Request& request : requests) {
    for (std::size_t i = 0; i < kItems; ++i) {
      const auto before = request.products.begin() + static_cast<std::ptrdiff_t>(i);
      do {
        request.products[i] = static_cast<std::uint32_t>(random() % products);
      } while (std::find(request.products.begin(), before, request.products[i]) != before);
      std::generate(request.values[i].begin(), request.values[i].end(), [&] { return value(random); });
    }
  }
  return requests;
}

v1::ProxyRequest toProxyRequest(const Request& request, const std::string& use_case) {
  v1::ProxyRequest message;
  message.set_model_use_case_name(use_case);
  frame::toWire(itemFrame(request), message.mutable_feature_data_frame());
  return message;
}

v1::WorkerRequest toWorkerRequest(const Request& request) {
  v1::WorkerRequest message;
  frame::toWire(itemFrame(request), message.mutable_feature_data_frame());
  return message;
}

std::string toJson(const Request& request) {
  nlohmann::json items = nlohmann::json::array();
  for (std::size_t i = 0; i < kItems; ++i) {
    nlohmann::json item = {{"product_id", productId(request.products[i])}};
    for (std::size_t f = 0; f < kRequestFeatures; ++f) item[requestName(f)] = request.values[i][f];
    items.push_back(std::move(item));
  }
  return nlohmann::json{{"items", std::move(items)}}.dump();
}

absl::Status prepare(const PrepareOptions& options) {
  AERIE_RETURN_IF_ERROR(makeDirectories(options.directory));
  const std::vector<Product> products = makeProducts(options.products);
  const std::string csv = toCsv(products);
  AERIE_RETURN_IF_ERROR(writeFileAtomic(options.directory / "products.csv", csv));

  AERIE_ASSIGN_OR_RETURN(const auto store, features::openFeatureStore(options.feature_store));
  features::BulkLoadOptions load;
  load.table = kTable;
  load.key = {"product_id"};
  for (std::size_t f = 0; f < kStoredFeatures; ++f) load.types[storedName(f)] = frame::DataType::kFloat;
  std::istringstream rows(csv);
  AERIE_RETURN_IF_ERROR(features::bulkLoadCsv(rows, "products.csv", *store, load).status());

  const inference::InputMatrix matrix =
      toMatrix(products, makeRequests(kTrainRequests, options.products, kTrainSeed));
  train::BoosterOptions booster;
  booster.trees = options.trees;
  booster.depth = options.depth;
  booster.min_child_weight = 1;
  booster.threads = 1;
  AERIE_ASSIGN_OR_RETURN(std::string model, train::trainBooster(matrix, makeLabels(matrix), booster));
  return writeBundle(options, products, std::move(model));
}

}  // namespace aerie::bench
