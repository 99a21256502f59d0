// The feature location and preprocessor configs of a version, edited: two editors, the graph that they
// describe, and what is wrong, all in step. The version itself never changes; edits become files or a new
// bundle. GUI thread.
#pragma once

#include <QDialog>

class QLabel;
class QListWidget;
class QPushButton;
class QSplitter;

namespace aerie::presenters {
class ConfigPresenter;
}
namespace aerie::widgets {
class DagView;
class MessageBar;
class StatusChip;
class YamlEditor;
}  // namespace aerie::widgets

namespace aerie::pages {

class ConfigDialog final : public QDialog {
  Q_OBJECT
 public:
  // The presenter has opened the version.
  ConfigDialog(presenters::ConfigPresenter& presenter, QWidget* parent);
  // Offline: everything but building works.
  void setOnline(bool online, const QString& why);
  void reject() override;  // asks when there are edits

 Q_SIGNALS:
  void buildWanted();

 private:
  QSplitter* newPanes();
  void newFooter(class QVBoxLayout* column);
  void load();
  void textsChanged();
  void refresh();
  void showNode(const QString& id);
  void showProblem(int row);
  void lineChosen(bool features, int line);
  void exportFiles();

  presenters::ConfigPresenter& presenter_;
  bool online_ = true;
  QString whyOffline_;
  bool loading_ = false;
  widgets::YamlEditor* features_;
  widgets::YamlEditor* steps_;
  widgets::DagView* graph_;
  QListWidget* problems_;
  widgets::MessageBar* messages_;
  widgets::StatusChip* state_;
  QLabel* counts_;
  QPushButton* discard_;
  QPushButton* build_;
};

}  // namespace aerie::pages
