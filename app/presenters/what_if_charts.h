// The rows of a what-if as lines over hosts, or over CPUs per task where there is one number of hosts. Pure;
// GUI thread for the words.
#pragma once

#include "app/presenters/what_if_presenter.h"

namespace aerie::presenters {

WhatIfPresenter::Charts chartsOf(const QList<rpc::WhatIfRow>& rows);

}  // namespace aerie::presenters
