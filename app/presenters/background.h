// Work that takes longer than a frame: runs on a pool thread, its result comes to the GUI thread, or never
// when `context` is gone by then. `work` must own what it uses.
#pragma once

#include <QCoreApplication>
#include <QObject>
#include <QPointer>
#include <QThreadPool>
#include <functional>
#include <memory>
#include <utility>

namespace aerie::presenters {

template <class T>
void inBackground(QObject* context, std::function<T()> work, std::function<void(const T&)> done) {
  QThreadPool::globalInstance()->start(
      [guard = QPointer<QObject>(context), work = std::move(work), done = std::move(done)] {
        auto result = std::make_shared<const T>(work());
        QMetaObject::invokeMethod(
            QCoreApplication::instance(),
            [guard, done, result] {
              if (guard) done(*result);
            },
            Qt::QueuedConnection);
      });
}

}  // namespace aerie::presenters
