// What-if results as a table, and the words for them.
#pragma once

#include "app/models/id_table_model.h"
#include "app/rpc/what_if_api.h"

namespace aerie::models {

using WhatIfTable = IdTableModel<rpc::WhatIfRow>;
WhatIfTable* newWhatIfTable(QObject* parent);

// "longest_first" in the language of the desktop.
QString wordOfOrder(const QString& order);
// "1 CPU", "2 CPUs", "0.5 CPUs".
QString cpusText(double cpus);
// What tells the row from others: "10|2|longest_first|0.8".
QString keyOf(const rpc::WhatIfRow& row);

}  // namespace aerie::models
