// What a new bundle from edited configs needs: version, signing key, file. The verb is on only while the
// order makes sense, and the line above says why not. The key's place is remembered, never its content. GUI
// thread.
#pragma once

#include <QDialog>

#include "app/presenters/config_presenter.h"

class QCheckBox;
class QLabel;
class QLineEdit;
class QPushButton;

namespace aerie::pages {

class BuildDialog final : public QDialog {
  Q_OBJECT
 public:
  BuildDialog(const presenters::ConfigPresenter& presenter, QWidget* parent);
  presenters::BuildOrder order() const;

 Q_SIGNALS:
  void confirmed(const aerie::presenters::BuildOrder& order, bool registerIt);

 private:
  QWidget* newPathField(QLineEdit* field, const QString& id, bool save);
  void refresh();

  const presenters::ConfigPresenter& presenter_;
  QLineEdit* version_;
  QLineEdit* description_;
  QLineEdit* key_;
  QLineEdit* target_;
  QCheckBox* register_;
  QLabel* problem_;
  QPushButton* verb_;
};

}  // namespace aerie::pages
