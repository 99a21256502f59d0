// Light, dark or as the system is: sets the application's palette, style, font and style sheet. One per
// process, made after QApplication; GUI thread.
//
// A switch restyles at once what is seen, and in small pieces from the event loop what is hidden: the pages
// behind the shown one, closed panels. What is shown in between is restyled before it is painted.
#pragma once

#include <QApplication>
#include <QHash>
#include <QObject>
#include <QPalette>
#include <QPointer>
#include <QSet>
#include <QTimer>
#include <deque>
#include <functional>

namespace aerie::widgets {

enum class ThemeChoice { System, Light, Dark };

class Theme final : public QObject {
  Q_OBJECT
 public:
  // `systemIsDark`: what the system wants now; null = what its palette says.
  Theme(QApplication& app, ThemeChoice choice, QObject* parent = nullptr,
        std::function<bool()> systemIsDark = {});
  void set(ThemeChoice choice);
  ThemeChoice choice() const { return choice_; }
  // Something hidden still has the look of before.
  bool restyling() const { return !waiting_.empty(); }

 Q_SIGNALS:
  void changed();

 protected:
  // The system's look may change while the program runs; windows are told, one by one.
  bool eventFilter(QObject* watched, QEvent* event) override;

 private:
  void readSystem();
  void setSheet(const QString& sheet);
  // Hidden widgets keep the palette that they have until it is their turn.
  void freezeHidden();
  void freezeHiddenIn(const QWidget& parent);
  void freeze(QWidget* widget);
  void thaw(QWidget* widget);
  // Of a widget and what is below it: what is seen now, the rest later.
  void restyle(QWidget* widget);
  void wait(QWidget* widget);
  void restyleSome();

  QApplication& app_;
  const std::function<bool()> systemIsDark_;
  bool systemDark_;
  bool reading_ = false;
  ThemeChoice choice_;
  std::deque<QPointer<QWidget>> waiting_;  // each with all that is below it
  QSet<const QObject*> waits_;             // the same, to be found
  struct Frozen {
    QPointer<QWidget> widget;
    QPalette own;
    QPalette whole;
  };
  QHash<const QObject*, Frozen> frozen_;
  QTimer later_;
};

}  // namespace aerie::widgets
