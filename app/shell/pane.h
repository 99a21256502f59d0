// A place for one widget that ends the search for sizes: what changes inside is laid out inside. Without it,
// every new number on a page would measure the window anew, hidden pages and wrapped texts included. GUI
// thread.
#pragma once

#include <QPointer>
#include <QWidget>

namespace aerie::shell {

class Pane final : public QWidget {
  Q_OBJECT
 public:
  // `least` is all that it asks of the layout around it.
  Pane(const QSize& least, QWidget* parent);
  Pane(QWidget* content, const QSize& least, QWidget* parent = nullptr);
  // Takes it over.
  void setContent(QWidget* content);
  QSize sizeHint() const override { return least_; }
  QSize minimumSizeHint() const override { return least_; }

 protected:
  void resizeEvent(QResizeEvent* event) override;

 private:
  const QSize least_;
  QPointer<QWidget> content_;
};

}  // namespace aerie::shell
