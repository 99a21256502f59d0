// A bordered surface with an optional title row. Content goes into body(), small controls into tools(). GUI
// thread.
#pragma once

#include <QFrame>
#include <QLabel>

class QHBoxLayout;
class QVBoxLayout;

namespace aerie::widgets {

class Card final : public QFrame {
  Q_OBJECT
 public:
  // An empty title makes no title row until setTitle.
  explicit Card(const QString& title = {}, QWidget* parent = nullptr);
  void setTitle(const QString& title);
  void setNote(const QString& note);  // muted, beside the title
  QVBoxLayout* body() const { return body_; }
  QHBoxLayout* tools() const { return tools_; }
  // No inner margins: for tables that run to the border.
  void setFlush();

 private:
  QLabel* title_;
  QLabel* note_;
  QWidget* top_;
  QHBoxLayout* tools_;
  QVBoxLayout* body_;
};

// One line that ends in dots where it has too little room, with the whole text in its tool tip then. For
// places whose width is not the text's to choose: tiles, heads of columns.
class ElidedLabel final : public QLabel {
  Q_OBJECT
 public:
  ElidedLabel(const QString& text, const char* kind, QWidget* parent = nullptr);
  // Ends in dots only where it needs more than `width` pixels and has less than it needs.
  void keepUpTo(int width);
  QSize minimumSizeHint() const override;

 protected:
  void paintEvent(QPaintEvent* event) override;
  bool event(QEvent* event) override;

 private:
  int kept_ = 0;
};

// A label of one of the style sheet's kinds: caption, muted, section, title, headline, strong, problem.
QLabel* newLabel(const QString& text, const char* kind, QWidget* parent = nullptr);

}  // namespace aerie::widgets
