// What stands where data would: picture, sentence, at most one button. Four kinds, never mixed up. GUI
// thread.
#pragma once

#include <QWidget>

class QLabel;
class QPushButton;

namespace aerie::widgets {

class EmptyState final : public QWidget {
  Q_OBJECT
 public:
  enum class Kind { Failed, Loading, FilteredAway, Empty };
  explicit EmptyState(QWidget* parent = nullptr);
  // An empty `action` means no button.
  void show(Kind kind, const QString& headline, const QString& sentence, const QString& action = {});
  Kind kind() const { return kind_; }
  // Instead of the box of the kind Empty: what would be here, or that nothing being here is good.
  void setPicture(const QString& icon);

 Q_SIGNALS:
  void actionClicked(aerie::widgets::EmptyState::Kind kind);

 protected:
  void changeEvent(QEvent* event) override;

 private:
  void showPicture();

  Kind kind_ = Kind::Loading;
  QString pictureOfEmpty_ = QStringLiteral("archive");
  QLabel* picture_;
  QLabel* headline_;
  QLabel* sentence_;
  QPushButton* button_;
};

}  // namespace aerie::widgets
