// Versions and licences. GUI thread.
#pragma once

#include <QDialog>

namespace aerie::shell {

class AboutDialog final : public QDialog {
  Q_OBJECT
 public:
  explicit AboutDialog(QWidget* parent);
};

}  // namespace aerie::shell
