// Light, dark or as the system is: sets the application's palette, style, font and style sheet. One per
// process, made after QApplication; GUI thread.
#pragma once

#include <QApplication>
#include <QObject>
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

 Q_SIGNALS:
  void changed();

 protected:
  // The system's look may change while the program runs; windows are told, one by one.
  bool eventFilter(QObject* watched, QEvent* event) override;

 private:
  void readSystem();

  QApplication& app_;
  const std::function<bool()> systemIsDark_;
  bool systemDark_;
  bool reading_ = false;
  ThemeChoice choice_;
};

}  // namespace aerie::widgets
