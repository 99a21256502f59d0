// Preferences: look and behaviour, contexts, keys. Every change counts at once and is kept. GUI thread.
#pragma once

#include "app/pages/page.h"

class QComboBox;
class QListWidget;
class QPushButton;
class QTabWidget;

namespace aerie::models {
class Preferences;
}
namespace aerie::presenters {
class ContextsPresenter;
}

namespace aerie::pages {

class SettingsPage final : public Page {
  Q_OBJECT
 public:
  struct Language {
    QString name;   // "de"; empty = as the system
    QString title;  // in its own words
  };
  SettingsPage(models::Preferences& preferences, presenters::ContextsPresenter& contexts,
               const QList<Language>& languages, widgets::CommandRegistry& commands, QWidget* parent);
  // The editor for a new control plane, from anywhere.
  void addProfile();
  void showTab(const QString& name);  // general, contexts, keys
  // It works without any connection.
  void setOnline(bool online, const QString& why) override;
  QStringList views() const override;
  void showView(const QString& view) override { showTab(view); }

 Q_SIGNALS:
  void profileChosen(const QString& id);

 private:
  QWidget* buildGeneral(const QList<Language>& languages);
  QWidget* buildContexts();
  void refreshContexts();
  void editProfile(const QString& id);
  void removeProfile();
  QString selectedProfile() const;

  models::Preferences& preferences_;
  presenters::ContextsPresenter& contexts_;
  QTabWidget* tabs_;
  QListWidget* list_;
  QPushButton* open_;
  QPushButton* edit_;
  QPushButton* remove_;
};

}  // namespace aerie::pages
