// One number that matters: label, value with unit, a small trend, a note, a delta. As a button it goes to the
// page behind the number (setClickable). GUI thread.
#pragma once

#include <QFrame>
#include <QString>

#include "app/models/id_table_model.h"
#include "app/models/series.h"

class QLabel;

namespace aerie::widgets {

class Tile final : public QFrame {
  Q_OBJECT
 public:
  explicit Tile(const QString& label, QWidget* parent = nullptr);
  void setLabel(const QString& label);
  // `note` says what to compare it with; its tone colours the note.
  void setValue(const QString& value, const QString& note = {}, models::Tone tone = models::Tone::None);
  QString value() const;
  // Against some time ago: an arrow and the words, "up 12 %". An empty text hides it. The tone says whether
  // the change is good. Plain: the words alone, whatever they say beside the label.
  enum class Change { Up, Down, Same, Plain };
  void setDelta(Change change, const QString& text, models::Tone tone = models::Tone::Muted);
  // The number as large as the page's most important one.
  void setHeadline(bool headline);
  // The last samples as a line; at most 60 are kept.
  void addSample(double value);
  void setSamples(const QList<double>& values);
  void clearSamples();
  int sampleCount() const { return samples_.size(); }
  void setClickable(bool clickable);

 Q_SIGNALS:
  void clicked();

 protected:
  void paintEvent(QPaintEvent* event) override;
  void mouseReleaseEvent(QMouseEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;
  void focusInEvent(QFocusEvent* event) override;
  void focusOutEvent(QFocusEvent* event) override;
  // The style sheet takes away the colours of tones when it polishes a label.
  bool eventFilter(QObject* watched, QEvent* event) override;

 private:
  void describe();
  void recolour();
  void paintTrend(QPainter& painter) const;

  QLabel* label_;
  QLabel* value_;
  QLabel* note_;
  QLabel* delta_;
  QString deltaText_;
  models::Tone noteTone_ = models::Tone::None;
  models::Tone deltaTone_ = models::Tone::Muted;
  models::SampleRing samples_;
  qint64 sampleNumber_ = 0;
  bool clickable_ = false;
};

}  // namespace aerie::widgets
