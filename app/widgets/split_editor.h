// Weights of arms that always add up to 100 %: one bar with a handle between each two arms, below it what
// runs now, and a number for each arm. A handle moves the border between its two arms only; a number shares
// the rest among all others. Values are basis points (10,000 = 100 %). GUI thread.
#pragma once

#include <QList>
#include <QString>
#include <QWidget>
#include <vector>

class QDoubleSpinBox;
class QGridLayout;
class QLabel;

namespace aerie::widgets {

class SplitBar;

class SplitEditor final : public QWidget {
  Q_OBJECT
 public:
  struct Arm {
    QString name;
    QString endpoint;
    int series = 0;
    bool operator==(const Arm&) const = default;
  };
  explicit SplitEditor(QWidget* parent = nullptr);
  // `applied` is what runs now, `draft` what is edited; both as long as `arms`. Keeps the focus when the arms
  // are the same.
  void setSplit(const QList<Arm>& arms, const std::vector<int>& applied, const std::vector<int>& draft);
  void setEditable(bool editable);
  const std::vector<int>& draft() const { return draft_; }

 Q_SIGNALS:
  void edited(const std::vector<int>& draft);
  // One drag, one key press or one typed number is over.
  void editFinished();

 private:
  struct Row {
    QLabel* now = nullptr;
    QDoubleSpinBox* box = nullptr;
  };
  void rebuild();
  void change(std::vector<int> draft);
  void showValues();

  QList<Arm> arms_;
  std::vector<int> applied_;
  std::vector<int> draft_;
  SplitBar* bar_;
  QGridLayout* grid_;
  std::vector<Row> rows_;
  QList<QWidget*> owned_;
  bool editable_ = true;
};

}  // namespace aerie::widgets
