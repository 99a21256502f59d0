// A log of bounded length: find, follow (stops when scrolled up, "To the newest" resumes), copy. GUI thread.
#pragma once

#include <QWidget>

class QAbstractItemModel;
class QComboBox;
class QLabel;
class QLineEdit;
class QListView;
class QPushButton;

namespace aerie::widgets {

class LogView final : public QWidget {
  Q_OBJECT
 public:
  // `model`: one line a row, ToneRole colours it.
  LogView(const QString& id, QAbstractItemModel* model, QWidget* parent = nullptr);
  void setNote(const QString& note);
  bool following() const { return follow_; }
  // "All replicas" and these; keeps the choice when it is still there.
  void setSources(const QStringList& sources);

 Q_SIGNALS:
  void sourceChosen(const QString& source);  // "" = all

 private:
  void find(bool forward);
  void copySelected();
  void setFollow(bool follow);

  QAbstractItemModel* model_;
  QListView* list_;
  QLineEdit* find_;
  QComboBox* source_;
  QPushButton* bottom_;
  QLabel* note_;
  bool follow_ = true;
};

}  // namespace aerie::widgets
