// The table of all commands with their keys: choose one, press new keys; what clashes is said and refused.
// GUI thread.
#pragma once

#include <QWidget>

#include "app/models/id_table_model.h"

class QKeySequenceEdit;
class QLabel;
class QPushButton;

namespace aerie::widgets {
class CommandRegistry;
class FilterTable;
}  // namespace aerie::widgets

namespace aerie::pages {

struct KeyRow {
  QString id;
  QString text;
  QString page;  // where its keys work
  QString description;
  QString keys;
  bool own = false;  // not the default
  bool operator==(const KeyRow&) const = default;
};

class KeyEditor final : public QWidget {
  Q_OBJECT
 public:
  explicit KeyEditor(widgets::CommandRegistry& commands, QWidget* parent = nullptr);
  void refresh();

 protected:
  void showEvent(QShowEvent* event) override;

 private:
  QWidget* buildEditor();
  void select();
  void check();
  void apply();

  widgets::CommandRegistry& commands_;
  models::IdTableModel<KeyRow>* model_;
  widgets::FilterTable* table_;
  QLabel* title_;
  QKeySequenceEdit* edit_;
  QLabel* problem_;
  QPushButton* set_;
  QPushButton* none_;
  QPushButton* reset_;
};

}  // namespace aerie::pages
