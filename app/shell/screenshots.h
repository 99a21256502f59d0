// Renders every page in light and dark to PNG files once data is there, then reports. GUI thread; waits by
// timers only.
#pragma once

#include <QObject>
#include <QStringList>
#include <QTimer>

#include "app/widgets/theme.h"

namespace aerie::shell {

class MainWindow;

class Screenshots final : public QObject {
  Q_OBJECT
 public:
  struct Options {
    QString directory;       // made when missing
    int settleMs = 2'500;    // after the first data, so that rates and logs are there
    int timeoutMs = 20'000;  // without data: give up and say why
    QString prefix = {};     // of the file names
  };
  Screenshots(MainWindow& window, widgets::Theme& theme, Options options, QObject* parent = nullptr);
  void start();
  const QStringList& files() const { return files_; }

 Q_SIGNALS:
  // `problem` is empty when all pictures were written.
  void finished(const QString& problem);

 private:
  void check();
  void next();

  MainWindow& window_;
  widgets::Theme& theme_;
  const Options options_;
  QStringList todo_;  // "light/registry"
  QStringList files_;
  QTimer timer_;
  int waitedMs_ = 0;
};

}  // namespace aerie::shell
