// The tables of the overview and the words of its rows. GUI thread.
#pragma once

#include "app/presenters/overview_presenter.h"

namespace aerie::presenters {

ConcernTable* newConcernTable(QObject* parent);
ChangeTable* newChangeTable(QObject* parent);
Concern concernOf(const rpc::Alert& alert, qint64 nowMs);
Change changeOf(const rpc::AuditEntry& entry, qint64 nowMs);
// Urgent first, then the newest.
bool moreUrgent(const Concern& a, const Concern& b);

}  // namespace aerie::presenters
