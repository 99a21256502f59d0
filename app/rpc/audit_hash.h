// The audit log's chain, as the control plane makes it.
#pragma once

#include "app/rpc/monitoring_types.h"

namespace aerie::rpc {

// The hash that an entry must have behind one with the hash `previous` (empty for the first).
QString auditHash(const AuditEntry& entry, const QString& previous);

}  // namespace aerie::rpc
