// Asks for the stage that a version shall get, and says what follows from it. GUI thread.
#pragma once

#include <QDialog>

#include "app/models/world.h"

class QComboBox;
class QLabel;
class QPushButton;

namespace aerie::pages {

class PromoteDialog final : public QDialog {
  Q_OBJECT
 public:
  PromoteDialog(const models::World& world, const QString& model, const QString& version, QWidget* parent);

 Q_SIGNALS:
  void confirmed(const QString& stage);

 private:
  void refresh();

  const models::World& world_;
  const QString model_;
  const QString version_;
  QComboBox* stage_;
  QLabel* effect_;
  QPushButton* verb_;
};

}  // namespace aerie::pages
