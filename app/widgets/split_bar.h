// The bar of a SplitEditor: the draft as coloured segments, what runs now thin below it, and a handle on each
// border that takes the focus, the mouse and the keys. GUI thread.
#pragma once

#include <QString>
#include <QStringList>
#include <QWidget>
#include <vector>

namespace aerie::widgets {

class SplitBar final : public QWidget {
  Q_OBJECT
 public:
  explicit SplitBar(QWidget* parent = nullptr);
  // All three are of the same length. Handles stay (and keep the focus) while the names are the same.
  void setParts(const QStringList& names, const std::vector<int>& series, const std::vector<int>& applied,
                const std::vector<int>& draft);
  void setEditable(bool editable);
  QSize sizeHint() const override;
  QSize minimumSizeHint() const override { return sizeHint(); }

 Q_SIGNALS:
  void edited(const std::vector<int>& draft);
  void editFinished();

 protected:
  void paintEvent(QPaintEvent* event) override;
  void resizeEvent(QResizeEvent* event) override;

 private:
  class Handle;
  friend class Handle;
  void placeHandles();
  int borderOf(std::size_t handle) const;  // basis points left of it
  // Of handles on the same spot, the one that can go that way.
  std::size_t free(std::size_t handle, int direction) const;
  void moveTo(std::size_t handle, int position);
  int positionAt(int x) const;

  QStringList names_;
  std::vector<int> series_;
  std::vector<int> applied_;
  std::vector<int> draft_;
  std::vector<Handle*> handles_;
  bool editable_ = true;
};

}  // namespace aerie::widgets
