// One sentence on how things are, large enough to be read in passing: icon, sentence, reason, on a ground in
// the tone's colour. GUI thread.
#pragma once

#include <QFrame>

#include "app/models/id_table_model.h"

class QLabel;

namespace aerie::widgets {

class VerdictBar final : public QFrame {
  Q_OBJECT
 public:
  explicit VerdictBar(QWidget* parent = nullptr);
  void setVerdict(models::Tone tone, const QString& sentence, const QString& reason);
  models::Tone tone() const { return tone_; }

 protected:
  void paintEvent(QPaintEvent* event) override;

 private:
  models::Tone tone_ = models::Tone::Muted;
  QLabel* sentence_;
  QLabel* reason_;
};

}  // namespace aerie::widgets
