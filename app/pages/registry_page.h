// Models, their versions, and the details of one; register, promote, compare, edit configs, archive,
// download. GUI thread.
#pragma once

#include <QPointer>

#include "app/pages/page.h"

class QAction;
class QToolButton;

namespace aerie::presenters {
class RegistryPresenter;
}
namespace aerie::widgets {
class Card;
class FilterTable;
}  // namespace aerie::widgets

namespace aerie::pages {

class ConfigDialog;
class RegisterDialog;
class VersionDetails;

class RegistryPage final : public Page {
  Q_OBJECT
 public:
  RegistryPage(presenters::RegistryPresenter& presenter, widgets::CommandRegistry& commands,
               QWidget* parent = nullptr);
  void focusSearch() override;
  void setOnline(bool online, const QString& why) override;
  bool openObject(const QString& kind, const QString& name) override;
  // "features", "steps" and "graph" of the selected version; anything else is its overview.
  QStringList views() const override;
  void showView(const QString& view) override;
  // What chosen and dropped files lead to: their checks, in a sheet of their own.
  void checkFiles(const QStringList& paths);

 private:
  void buildTables();
  QToolButton* newMoreButton();
  void addCommands(widgets::CommandRegistry& commands);
  void chooseFile();
  void promote();
  void compare();
  void editConfigs();
  void build();
  void copyDigest();
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
  QAction* compare_;
  QAction* configs_;
  QAction* copy_;
  QAction* deploy_;
  QPointer<RegisterDialog> sheet_;
  QPointer<ConfigDialog> editor_;
  bool registerBuilt_ = false;  // the bundle under way shall be checked for registration
};

}  // namespace aerie::pages
