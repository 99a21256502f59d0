// What all pages share: title row with actions, message bar, body, and how a page looks while the connection
// is lost. A page lays out, connects and asks for confirmation; decisions are its presenter's. GUI thread.
#pragma once

#include <QWidget>
#include <vector>

#include "app/models/id_table_model.h"
#include "app/widgets/command_registry.h"

class QAction;
class QHBoxLayout;
class QLabel;
class QVBoxLayout;

namespace aerie::widgets {
class MessageBar;
}

namespace aerie::pages {

class Page : public QWidget {
  Q_OBJECT
 public:
  // `id` is what --page and the settings name.
  Page(const QString& id, const QString& title, const QString& icon, QWidget* parent);

  const QString& id() const { return id_; }
  const QString& title() const { return title_; }
  const QString& icon() const { return icon_; }

  // Offline: the data stays, greyed, and actions are off for the reason `why`.
  virtual void setOnline(bool online, const QString& why);
  bool online() const { return online_; }
  const QString& whyOffline() const { return whyOffline_; }
  // Keyboard home of the page: its search field.
  virtual void focusSearch() {}
  // The page became visible or hidden: streams that only it needs start and end.
  virtual void setShown(bool) {}
  // Selects a thing of the page; false when the page does not show this kind of thing. Kinds: model, version
  // ("name@3"), deployment, use_case, experiment, host, training_job (its id), training_cluster; deploy
  // ("name@3") asks how to deploy that version.
  virtual bool openObject(const QString& kind, const QString& name);

  // Other sides of the page that are worth a picture, beside what is shown at first (an empty id).
  virtual QStringList views() const { return {}; }
  virtual void showView(const QString&) {}

  // Bad news of this page, with its cause.
  void showFailure(const QString& headline, const QString& detail);

 Q_SIGNALS:
  void goodNews(const QString& text);
  // Said by showFailure, for the list of notifications.
  void badNews(const QString& headline, const QString& detail);
  // Somebody chose a thing that another page shows; kinds as in openObject.
  void objectWanted(const QString& kind, const QString& name);
  // A command of this page was run from anywhere: it must be the one that is seen.
  void wanted();
  // The page's chapter of the guide.
  void helpWanted();

 protected:
  void showEvent(QShowEvent* event) override;
  // What came to the page since it was shown has its place in the order, too.
  bool focusNextPrevChild(bool next) override;
  void setSummary(const QString& text);
  // An action of the page that needs the connection; `kind` places it as a button in the title row, "" keeps
  // it out.
  QAction* addCommand(widgets::CommandRegistry& registry, const widgets::Command& command,
                      const char* kind = nullptr);
  // Called after every change that may switch actions: the page says which make sense now; being offline
  // overrules.
  void allow(QAction* action, bool possible, const QString& why = {});
  QVBoxLayout* body() const { return body_; }
  QHBoxLayout* titleRow() const { return titleRow_; }

 private:
  struct Gate {
    QAction* action;
    bool possible;
    QString why;
  };
  void applyGate(const Gate& gate);

  const QString id_;
  const QString title_;
  const QString icon_;
  bool online_ = true;
  QString whyOffline_;
  std::vector<Gate> gates_;
  QLabel* summary_;
  QHBoxLayout* titleRow_;
  widgets::MessageBar* messages_;
  QWidget* content_;
  QVBoxLayout* body_;
};

}  // namespace aerie::pages
