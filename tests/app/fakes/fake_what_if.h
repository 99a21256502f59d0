// A cluster simulator with answers that a test chooses. Answers come later, never inside of the call.
#pragma once

#include <QList>
#include <QPointer>
#include <QTimer>
#include <optional>
#include <utility>

#include "app/rpc/what_if_api.h"

namespace aerie::testing {

class FakeWhatIf final : public rpc::ClusterWhatIfApi {
 public:
  FakeWhatIf() {
    known = {scenario("right_sized", 0), scenario("shared_queue", 1)};
    for (const int hosts : {5, 10, 20}) {
      for (const char* order : {"as_listed", "longest_first"}) {
        const bool longest = order[0] == 'l';
        rpc::WhatIfRow row;
        row.hosts = hosts;
        row.cpusPerTask = 2;
        row.order = QLatin1String(order);
        row.pricePerHostHour = 0.8;
        row.slotCount = 7 * hosts;
        row.makespanMs = 12'000'000.0 / hosts + (longest ? 0 : 90'000);
        row.makespanLowMs = row.makespanMs * 0.98;
        row.makespanHighMs = row.makespanMs * 1.03;
        row.busyShare = longest ? 0.79 : 0.72;
        row.meanRunning = 6.8 * hosts;
        row.cost = row.makespanMs / 3'600'000 * hosts * 0.8;
        row.efficient = longest;
        rows.append(row);
      }
    }
  }
  static rpc::WhatIfScenario scenario(const char* name, int tasksPerHost) {
    return {QLatin1String(name),
            QStringLiteral("A scenario"),
            10,
            16,
            2,
            QStringLiteral("longest_first"),
            0.8,
            1'500,
            tasksPerHost,
            20};
  }
  static rpc::WhatIfRun run(const char* name, double makespanMs, double busyShare, double running) {
    rpc::WhatIfRun out;
    out.scenario = scenario(name, 0);
    out.summary.hosts = 10;
    out.summary.makespanMs = makespanMs;
    out.summary.busyShare = busyShare;
    out.summary.meanRunning = out.summary.peakRunning = running;
    out.summary.cost = makespanMs / 3'600'000 * 8;
    out.summary.coreHours = makespanMs / 3'600'000 * 160;
    out.stepMs = makespanMs / 60;
    for (int i = 0; i < 60; ++i)
      out.samples.append({i * out.stepMs, 160, 160 * busyShare, running, 1'500 - 25.0 * i});
    return out;
  }

  QList<rpc::WhatIfScenario> scenarios() const override { return known; }
  rpc::Ticket explore(const rpc::WhatIfQuestion& question, QObject* context, rpc::Progress progress,
                      rpc::Answer<QList<rpc::WhatIfRow>> answer) override {
    questions.append(question);
    return later<QList<rpc::WhatIfRow>>(context, std::move(progress), std::move(answer), rows);
  }
  rpc::Ticket replay(const QStringList& names, QObject* context, rpc::Progress progress,
                     rpc::Answer<QList<rpc::WhatIfRun>> answer) override {
    replays.append(names);
    return later<QList<rpc::WhatIfRun>>(
        context, std::move(progress), std::move(answer),
        {run("shared_queue", 14'400'000, 0.11, 10), run("right_sized", 1'200'000, 0.8, 70)});
  }

  QList<rpc::WhatIfScenario> known;
  QList<rpc::WhatIfRow> rows;
  absl::Status status = absl::OkStatus();
  bool held = false;  // answers wait for a cancel
  QList<rpc::WhatIfQuestion> questions;
  QList<QStringList> replays;

 private:
  template <class T>
  rpc::Ticket later(QObject* context, rpc::Progress progress, rpc::Answer<T> answer, const T& value) {
    const absl::StatusOr<T> result = status.ok() ? absl::StatusOr<T>(value) : absl::StatusOr<T>(status);
    const bool waits = held;
    QTimer::singleShot(0, context, [=] {
      if (progress) progress(1, 4);
      if (!waits) answer(result);
    });
    return rpc::Ticket([waits, answer, guard = QPointer<QObject>(context)] {
      if (!waits || !guard) return;
      QTimer::singleShot(0, guard.data(), [answer] { answer(absl::CancelledError("stopped")); });
    });
  }
};

}  // namespace aerie::testing
