// Inside the zones room: an object of JSON read strictly. Each field is asked for by name; the first error
// stays, so that reading code is linear; finish() refuses fields that nobody asked for.
#pragma once

#include <absl/status/statusor.h>
#include <cstdint>
#include <nlohmann/json.hpp>
#include <set>
#include <string>
#include <string_view>
#include <utility>

#include "core/base/status.h"

namespace aerie::zones {

class JsonFields final {
 public:
  JsonFields(const nlohmann::json& object, std::string where) : object_(object), where_(std::move(where)) {
    if (!object_.is_object()) fail("must be an object with fields");
  }

  const nlohmann::json* find(const std::string& name) {
    asked_.insert(name);
    if (!object_.is_object()) return nullptr;
    const auto found = object_.find(name);
    return found == object_.end() ? nullptr : &*found;
  }
  std::string text(const std::string& name, bool required) {
    const nlohmann::json* value = find(name);
    if (value == nullptr || !value->is_string()) {
      if (value != nullptr || required) fail(fmt::format("'{}' must be a text", name));
      return {};
    }
    return value->get<std::string>();
  }
  // From 0 to 2^53.
  std::uint64_t count(const std::string& name) {
    constexpr std::uint64_t kLargest = 1ULL << 53;
    const nlohmann::json* value = find(name);
    if (value == nullptr || !value->is_number_unsigned() || value->get<std::uint64_t>() > kLargest) {
      fail(fmt::format("'{}' must be a whole number from 0 on", name));
      return 0;
    }
    return value->get<std::uint64_t>();
  }
  // The elements of a list; an empty one after an error.
  const nlohmann::json& list(const std::string& name, std::size_t least, std::size_t most) {
    static const nlohmann::json kNothing = nlohmann::json::array();
    const nlohmann::json* value = find(name);
    if (value != nullptr && value->is_array() && value->size() >= least && value->size() <= most)
      return *value;
    fail(fmt::format("'{}' must be a list of {} to {} entries", name, least, most));
    return kNothing;
  }
  std::vector<std::string> texts(const std::string& name, std::size_t least, std::size_t most) {
    std::vector<std::string> result;
    for (const nlohmann::json& value : list(name, least, most)) {
      if (!value.is_string()) {
        fail(fmt::format("'{}' must hold texts only", name));
        return {};
      }
      result.push_back(value.get<std::string>());
    }
    return result;
  }
  // Finite numbers by name; absent = none.
  std::map<std::string, double> numbers(const std::string& name) {
    std::map<std::string, double> result;
    const nlohmann::json* value = find(name);
    if (value == nullptr) return result;
    if (!value->is_object() || value->size() > 100) {
      fail(fmt::format("'{}' must be an object of at most 100 numbers", name));
      return result;
    }
    for (const auto& [key, number] : value->items()) {
      if (!number.is_number()) {
        fail(fmt::format("'{}.{}' must be a number", name, key));
        return {};
      }
      result[key] = number.get<double>();
    }
    return result;
  }

  void fail(std::string_view what) {
    if (status_.ok()) status_ = invalidArgument("{}: {}", where_, what);
  }
  void add(const absl::Status& status) {
    if (status_.ok()) status_ = withContext(status, where_);
  }
  bool ok() const { return status_.ok(); }
  absl::Status finish() {
    if (!status_.ok() || !object_.is_object()) return status_;
    for (const auto& [key, value] : object_.items()) {
      if (!asked_.contains(key))
        return invalidArgument("{}: field '{}' is not known; remove it", where_, key);
    }
    return absl::OkStatus();
  }

 private:
  const nlohmann::json& object_;
  const std::string where_;
  std::set<std::string, std::less<>> asked_;
  absl::Status status_;
};

// Texts that are not UTF-8 are written with replacement characters instead of an exception.
inline std::string dumped(const nlohmann::json& value, int indent = -1) {
  return value.dump(indent, ' ', false, nlohmann::json::error_handler_t::replace);
}

}  // namespace aerie::zones
