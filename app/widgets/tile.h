// One number that matters: label, value with unit, a small trend, a note. GUI thread.
#pragma once

#include <QFrame>
#include <QString>
#include <deque>

#include "app/models/id_table_model.h"

class QLabel;

namespace aerie::widgets {

class Tile final : public QFrame {
  Q_OBJECT
 public:
  explicit Tile(const QString& label, QWidget* parent = nullptr);
  // `note` says what to compare it with; its tone colours the note.
  void setValue(const QString& value, const QString& note = {}, models::Tone tone = models::Tone::None);
  // The last samples as a line; at most 60 are kept.
  void addSample(double value);
  void clearSamples();

 protected:
  void paintEvent(QPaintEvent* event) override;

 private:
  QLabel* label_;
  QLabel* value_;
  QLabel* note_;
  std::deque<double> samples_;
};

}  // namespace aerie::widgets
