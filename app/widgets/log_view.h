// A log of bounded length: level filter, find with next and previous, follow (stops when scrolled up, "To the
// newest" resumes), copy, save. GUI thread.
#pragma once

#include <QSortFilterProxyModel>
#include <QWidget>

#include "app/models/log_buffer.h"

class QAbstractItemModel;
class QComboBox;
class QHBoxLayout;
class QLabel;
class QLineEdit;
class QListView;
class QPushButton;
class QToolButton;

namespace aerie::widgets {

// Lines of a level or above.
class LevelFilter final : public QSortFilterProxyModel {
  Q_OBJECT
 public:
  using QSortFilterProxyModel::QSortFilterProxyModel;
  void setLevel(models::LogLevel level);
  models::LogLevel level() const { return level_; }

 protected:
  bool filterAcceptsRow(int row, const QModelIndex& parent) const override;

 private:
  models::LogLevel level_ = models::LogLevel::Debug;
};

class LogView final : public QWidget {
  Q_OBJECT
 public:
  // `model`: one line a row, ToneRole colours it, LogLevelRole sorts it in.
  LogView(const QString& id, QAbstractItemModel* model, QWidget* parent = nullptr);
  void setNote(const QString& note);
  bool following() const { return follow_; }
  // "All replicas" and these; keeps the choice when it is still there.
  void setSources(const QStringList& sources);
  // Instead of the list of replicas, for views that choose their source otherwise.
  void replaceSource(QWidget* chooser);
  void setLevel(models::LogLevel level);
  void focusFind();
  // The lines that pass the filter, as they are shown.
  QString shownText() const;
  void find(bool forward);
  void copySelected();  // all lines when none is selected
  // False when the file cannot be written; the note says why.
  bool saveTo(const QString& path);

 Q_SIGNALS:
  void sourceChosen(const QString& source);  // "" = all

 private:
  void buildRow(const QString& id);
  QToolButton* newTool(const QString& id, const QString& icon, const QString& what);
  void askForFile();
  void setFollow(bool follow);

  LevelFilter* filter_;
  QHBoxLayout* row_;
  QListView* list_;
  QLineEdit* find_;
  QComboBox* source_;
  QComboBox* level_;
  QPushButton* bottom_;
  QLabel* note_;
  bool follow_ = true;
};

}  // namespace aerie::widgets
