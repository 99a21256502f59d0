// The cluster simulator of sim/cluster behind ClusterWhatIfApi: one question at a time on a thread of its
// own. Made, asked and destroyed in the GUI thread; the destructor stops what runs and waits for the end of
// one simulated run, which takes milliseconds.
#pragma once

#include <QThreadPool>
#include <atomic>
#include <memory>

#include "app/rpc/what_if_api.h"

namespace aerie::what_if {

class LocalWhatIf final : public rpc::ClusterWhatIfApi {
 public:
  LocalWhatIf();
  ~LocalWhatIf() override;
  QList<rpc::WhatIfScenario> scenarios() const override;
  rpc::Ticket explore(const rpc::WhatIfQuestion& question, QObject* context, rpc::Progress progress,
                      rpc::Answer<QList<rpc::WhatIfRow>> answer) override;
  rpc::Ticket replay(const QStringList& scenarios, QObject* context, rpc::Progress progress,
                     rpc::Answer<QList<rpc::WhatIfRun>> answer) override;

 private:
  struct Library;  // the scenarios, read once

  std::shared_ptr<const Library> library_;
  std::shared_ptr<std::atomic<bool>> stopAll_;
  QThreadPool pool_;
};

}  // namespace aerie::what_if
