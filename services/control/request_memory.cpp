#include "services/control/request_memory.h"

#include "core/base/status.h"

namespace aerie::control {

absl::StatusOr<std::optional<std::string>> RequestMemory::find(std::string_view id,
                                                               std::string_view method) const {
  if (id.size() > 200) return invalidArgument("request_id is longer than 200 bytes");
  AERIE_ASSIGN_OR_RETURN(storage::Statement row,
                         database_.prepare("SELECT method, answer FROM control_request WHERE id = ?"));
  row.bindAll(id);
  AERIE_ASSIGN_OR_RETURN(const bool known, row.step());
  if (!known) return std::nullopt;
  if (row.text(0) != method) {
    return invalidArgument("request_id {} was used for {} before; use a new id for each change", id,
                           row.text(0));
  }
  return std::string(row.blob(1));
}

absl::Status RequestMemory::remember(std::string_view id, std::string_view method, std::string_view answer) {
  AERIE_ASSIGN_OR_RETURN(storage::Transaction transaction, database_.begin());
  {
    AERIE_ASSIGN_OR_RETURN(
        storage::Statement insert,
        database_.prepare(
            "INSERT OR REPLACE INTO control_request(id, sequence, method, answer) VALUES(?, (SELECT "
            "coalesce(max(sequence), 0) + 1 FROM control_request), ?, ?)"));
    insert.bind(1, id).bind(2, method).bindBlob(3, answer);
    AERIE_RETURN_IF_ERROR(insert.run());
  }
  AERIE_RETURN_IF_ERROR(
      database_
          .run(
              "DELETE FROM control_request WHERE sequence <= (SELECT max(sequence) FROM control_request) - ?",
              kKeep)
          .status());
  return transaction.commit();
}

}  // namespace aerie::control
