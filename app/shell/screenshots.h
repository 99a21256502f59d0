// Renders every page with its views, everything that opens over the window, and the states without a control
// plane, in light and dark, to PNG files once data is there, then reports. The scale is that of the screen
// (QT_SCALE_FACTOR=2 for twice as many pixels). GUI thread; waits in event loops of its own.
#pragma once

#include <QObject>
#include <QStringList>
#include <QTemporaryDir>
#include <QTimer>

#include "app/widgets/theme.h"

namespace aerie::shell {

class MainWindow;
struct Opening;

class Screenshots final : public QObject {
  Q_OBJECT
 public:
  struct Options {
    QString directory;       // made when missing
    int settleMs = 2'500;    // after the first data, so that rates and logs are there
    int timeoutMs = 20'000;  // without data: give up and say why
    QString prefix = {};     // of the file names
    bool dialogs = true;     // also what opens over the window, and the windows without a control plane
  };
  // Files are PREFIXpage-light.png, for further views of a page PREFIXpage-view-light.png, for what opens
  // PREFIXdialog-command-id-light.png, for the states without a control plane PREFIXstart-state-light.png; on
  // a screen of two pixels for each they end in @2x.png.
  Screenshots(MainWindow& window, widgets::Theme& theme, Options options, QObject* parent = nullptr);
  void start();
  const QStringList& files() const { return files_; }
  // What there is no picture of, and why: a sentence each.
  const QStringList& left() const { return left_; }

 Q_SIGNALS:
  // `problem` is empty when every picture was written that this control plane has the things for.
  void finished(const QString& problem);

 private:
  void check();
  void takeAll();
  bool takePages(const QString& look);
  bool takeOpenings(const QString& look);
  bool takeStandIns(const QString& look);
  bool takeOpening(const Opening& opening, const QString& look);
  // False when nothing further is wanted: the program ends, or a file could not be written.
  bool pause(int ms);
  bool awaitAnswers(const QWidget* shown);
  bool save(QWidget* widget, const QString& name);

  MainWindow& window_;
  widgets::Theme& theme_;
  const Options options_;
  const QTemporaryDir folder_;
  QStringList files_;
  QStringList left_;
  QStringList faults_;
  QString problem_;
  QTimer timer_;
  int waitedMs_ = 0;
};

}  // namespace aerie::shell
