// Who did what and when: searchable, filtered by actor and kind of action, with the check of the hash chain.
// GUI thread.
#pragma once

#include "app/pages/page.h"

class QComboBox;
class QLabel;

namespace aerie::presenters {
class AuditPresenter;
}
namespace aerie::widgets {
class FilterTable;
class StatusChip;
}  // namespace aerie::widgets

namespace aerie::pages {

class AuditPage final : public Page {
  Q_OBJECT
 public:
  AuditPage(presenters::AuditPresenter& presenter, widgets::CommandRegistry& commands, QWidget* parent);
  void focusSearch() override;
  void setShown(bool shown) override;
  // False when the file cannot be written; the page says why.
  bool exportTo(const QString& path);

 private:
  void buildDetails(QWidget* parent);
  void refresh();
  void showDetails();
  void askForFile();
  void fillCombo(QComboBox* combo, const QString& all, const QStringList& values);

  presenters::AuditPresenter& presenter_;
  widgets::FilterTable* table_;
  widgets::StatusChip* chain_;
  QComboBox* actor_;
  QComboBox* action_;
  QLabel* number_;
  QLabel* who_;
  QLabel* what_;
  QLabel* subject_;
  QLabel* when_;
  QLabel* detail_;
  QLabel* hash_;
  QAction* export_;
  QAction* more_;
  QString shownProblem_;
};

}  // namespace aerie::pages
