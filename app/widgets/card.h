// A bordered surface with an optional title row. Content goes into body(), small controls into tools(). GUI
// thread.
#pragma once

#include <QFrame>

class QHBoxLayout;
class QLabel;
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

// A label of one of the style sheet's kinds: caption, muted, section, title, headline, strong, problem.
QLabel* newLabel(const QString& text, const char* kind, QWidget* parent = nullptr);

}  // namespace aerie::widgets
