// Models, their versions, and the details of one; register, promote, archive, download. GUI thread.
#pragma once

#include "app/pages/page.h"

class QAction;

namespace aerie::presenters {
class RegistryPresenter;
}
namespace aerie::widgets {
class Card;
class FilterTable;
}  // namespace aerie::widgets

namespace aerie::pages {

class VersionDetails;

class RegistryPage final : public Page {
  Q_OBJECT
 public:
  RegistryPage(presenters::RegistryPresenter& presenter, widgets::CommandRegistry& commands,
               QWidget* parent = nullptr);
  void focusSearch() override;
  // What a chosen or dropped file leads to; the file dialog and the drop zone end here.
  void registerFile(const QString& path);

 private:
  void buildTables();
  void addCommands(widgets::CommandRegistry& commands);
  void chooseFile();
  void promote();
  void toggleArchived();
  void download();
  void refresh();

  presenters::RegistryPresenter& presenter_;
  widgets::FilterTable* models_;
  widgets::FilterTable* versions_;
  widgets::Card* versionsCard_;
  widgets::Card* detailsCard_;
  VersionDetails* details_;
  QAction* register_;
  QAction* promote_;
  QAction* archive_;
  QAction* download_;
};

}  // namespace aerie::pages
