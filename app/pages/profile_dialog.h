// A control plane to connect to: name, address, kind, colour, TLS files, token file; tested before it is
// saved, if one wants. It shows no secret: only where it lies. GUI thread.
#pragma once

#include <QDialog>

#include "app/rpc/profile.h"

class QComboBox;
class QFormLayout;
class QLabel;
class QLineEdit;
class QPushButton;

namespace aerie::presenters {
class ContextsPresenter;
}

namespace aerie::pages {

class ProfileDialog final : public QDialog {
  Q_OBJECT
 public:
  // An empty id: a new one.
  ProfileDialog(presenters::ContextsPresenter& presenter, const rpc::Profile& profile, QWidget* parent);

 Q_SIGNALS:
  void saved(const QString& id);

 protected:
  void done(int result) override;

 private:
  QLineEdit* addText(QFormLayout* form, const QString& label, const QString& name, const QString& value,
                     const QString& hint);
  QLineEdit* addFile(QFormLayout* form, const QString& label, const QString& name, const QString& value,
                     const QString& hint);
  rpc::Profile profile() const;
  void refresh();
  void save();

  presenters::ContextsPresenter& presenter_;
  const rpc::Profile before_;
  QLineEdit* name_;
  QLineEdit* address_;
  QComboBox* kind_;
  QComboBox* color_;
  QLineEdit* ca_;
  QLineEdit* certificate_;
  QLineEdit* key_;
  QLineEdit* token_;
  QLineEdit* training_;
  QLabel* problem_;
  QLabel* result_;
  QPushButton* test_;
  QPushButton* save_;
};

}  // namespace aerie::pages
