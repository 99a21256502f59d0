// Idempotency: the answers of the last changes by request id, so that a caller may repeat a request whose
// outcome it does not know.
#pragma once

#include <absl/status/statusor.h>
#include <optional>
#include <string>
#include <string_view>

#include "core/storage/database.h"

namespace aerie::control {

// Thread-safe as the database is.
class RequestMemory final {
 public:
  static constexpr std::int64_t kKeep = 10'000;
  explicit RequestMemory(const storage::Database& database) : database_(database) {}
  // The serialised answer that was given to this id. InvalidArgument when the id was used for another method.
  absl::StatusOr<std::optional<std::string>> find(std::string_view id, std::string_view method) const;
  absl::Status remember(std::string_view id, std::string_view method, std::string_view answer);

 private:
  const storage::Database& database_;
};

}  // namespace aerie::control
