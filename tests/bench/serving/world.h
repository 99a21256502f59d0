// The bench's synthetic world: products with stored features, requests about them, and a model trained on
// both. Everything follows from fixed seeds. Values are multiples of 1/1024, so that decimal text, doubles
// and floats hold the same numbers.
#pragma once

#include <absl/status/status.h>
#include <array>
#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "aerie/v1/serving.pb.h"

namespace aerie::bench {

inline constexpr std::size_t kStoredFeatures = 16;  // of a product, in Redis
inline constexpr std::size_t kRequestFeatures = 4;  // of an item, in the request
inline constexpr std::size_t kItems = 50;           // of a request, with distinct products
inline constexpr const char* kTable = "product";
inline constexpr const char* kOutput = "score";

std::string productId(std::uint32_t product);
std::string storedName(std::size_t feature);
std::string requestName(std::size_t feature);

struct Request {
  std::array<std::uint32_t, kItems> products;
  std::array<std::array<double, kRequestFeatures>, kItems> values;
};
std::vector<Request> makeRequests(std::size_t count, std::uint32_t products, std::uint64_t seed);

// What each side is sent for a request.
v1::ProxyRequest toProxyRequest(const Request& request, const std::string& use_case);
v1::WorkerRequest toWorkerRequest(const Request& request);
std::string toJson(const Request& request);

struct PrepareOptions {
  std::filesystem::path directory;  // gets products.csv, model.ubj, model.aerie, trusted_keys
  std::string feature_store;        // url: the rows as Aerie lays them out
  std::uint32_t products = 20'000;
  int trees = 100;
  int depth = 6;
};
// Makes the products, trains the model on them, packs and signs the bundle, and loads the feature store.
absl::Status prepare(const PrepareOptions& options);

}  // namespace aerie::bench
