// A row of controls that goes on in the next line where the width does not hold them all. The items keep the
// width they ask for. GUI thread.
#pragma once

#include <QLayout>
#include <memory>
#include <vector>

namespace aerie::widgets {

class WrapLayout final : public QLayout {
  Q_OBJECT
 public:
  explicit WrapLayout(int gap, QWidget* parent = nullptr);
  ~WrapLayout() override;

  void addItem(QLayoutItem* item) override;
  int count() const override;
  QLayoutItem* itemAt(int index) const override;
  QLayoutItem* takeAt(int index) override;
  Qt::Orientations expandingDirections() const override { return {}; }
  bool hasHeightForWidth() const override { return true; }
  int heightForWidth(int width) const override;
  QSize sizeHint() const override;     // everything in one line
  QSize minimumSize() const override;  // one item in each line
  void setGeometry(const QRect& rect) override;

 private:
  // Places the items into `rect`, or only measures; answers the height they take.
  int arrange(const QRect& rect, bool place) const;

  std::vector<std::unique_ptr<QLayoutItem>> items_;
};

}  // namespace aerie::widgets
