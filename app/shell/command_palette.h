// Ctrl+K: commands and things in one list, found by any letters in their order, what was used last first. ">"
// shows commands only, "@" things only; Backspace in the empty field closes. GUI thread.
#pragma once

#include <QDialog>
#include <functional>
#include <vector>

class QLineEdit;
class QListWidget;

namespace aerie::widgets {
class CommandRegistry;
}

namespace aerie::shell {

// Something to go to: a model, an endpoint, a use case.
struct PaletteObject {
  QString id;  // "model:arrival_delay": what the list of the last ones remembers
  QString name;
  QString kind;  // "model", shown muted
  QString icon;
  std::function<void()> open;
};

class CommandPalette final : public QDialog {
  Q_OBJECT
 public:
  // Shows what is possible now; reads the registry once, when it opens.
  CommandPalette(const widgets::CommandRegistry& commands, std::vector<PaletteObject> objects,
                 QWidget* parent);

 protected:
  bool eventFilter(QObject* watched, QEvent* event) override;

 private:
  struct Entry {
    QString id;
    QString text;
    QString note;
    QString keys;
    QString icon;
    bool command = false;
    std::function<void()> run;
    int recency = 0;  // higher = used later; 0 = never
  };
  struct Hit {
    int score;
    std::size_t entry;
  };
  std::vector<Hit> hits(const QString& typed) const;
  void filter(const QString& text);
  void runCurrent();
  static void remember(const QString& id);

  std::vector<Entry> entries_;
  QLineEdit* field_;
  QListWidget* list_;
};

}  // namespace aerie::shell
