// Weights of arms that always add up to 100 %: a bar of what is and what would be, a slider and a number for
// each arm. Values are basis points (10,000 = 100 %). GUI thread.
#pragma once

#include <QList>
#include <QString>
#include <QWidget>
#include <vector>

class QDoubleSpinBox;
class QGridLayout;
class QLabel;
class QSlider;

namespace aerie::widgets {

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

 Q_SIGNALS:
  void edited(const std::vector<int>& draft);

 private:
  struct Row {
    QSlider* slider = nullptr;
    QDoubleSpinBox* box = nullptr;
  };
  void rebuild();
  void change(std::size_t arm, int value);
  void showValues();

  QList<Arm> arms_;
  std::vector<int> applied_;
  std::vector<int> draft_;
  QWidget* bars_;
  QGridLayout* grid_;
  std::vector<Row> rows_;
  QList<QWidget*> owned_;
  bool editable_ = true;
};

}  // namespace aerie::widgets
