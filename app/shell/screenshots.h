// Renders every page and every dialog, in light and dark, at scale 1 and 2, to PNG files once data is there,
// then reports. GUI thread; waits by timers only.
#pragma once

#include <QList>
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
    QList<int> scales = {1, 2};
    bool dialogs = true;  // also what the commands open
  };
  // Files are PREFIXpage-light.png, for further views of a page PREFIXpage-view-light.png, and, for dialogs,
  // PREFIXdialog-command-id-light.png; scale 2 ends in
  // @2x.png.
  Screenshots(MainWindow& window, widgets::Theme& theme, Options options, QObject* parent = nullptr);
  void start();
  const QStringList& files() const { return files_; }
  // The commands that open something over the window; of those, disabled ones are passed over.
  static QStringList dialogCommands(const MainWindow& window);
  // What is open over `window` now, or nullptr.
  static QWidget* dialogOver(const MainWindow& window);

 Q_SIGNALS:
  // `problem` is empty when all pictures were written.
  void finished(const QString& problem);

 private:
  struct Shot {
    bool dark = false;
    bool dialog = false;
    QString id;         // of a page or of a command
    QString view = {};  // of a page; empty = as it is shown at first
  };
  void check();
  void next();
  void take(const Shot& shot);
  void addViews(const Shot& shot);
  bool save(QWidget* widget, const QString& name);

  MainWindow& window_;
  widgets::Theme& theme_;
  const Options options_;
  QList<Shot> todo_;
  QStringList files_;
  QString problem_;
  QTimer timer_;
  int waitedMs_ = 0;
};

}  // namespace aerie::shell
