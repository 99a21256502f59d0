// Lets a widget take files by drag and drop, and says so while a fitting file hovers over it. GUI thread.
#pragma once

#include <QObject>
#include <QPointer>
#include <QStringList>

class QLabel;
class QMimeData;
class QWidget;

namespace aerie::widgets {

class DropZone final : public QObject {
  Q_OBJECT
 public:
  // `suffix` like ".aerie"; `invitation` is shown over the target: "Drop to register".
  DropZone(QWidget* target, const QString& suffix, const QString& invitation);

 Q_SIGNALS:
  void dropped(const QStringList& paths);

 protected:
  bool eventFilter(QObject* watched, QEvent* event) override;

 private:
  QStringList fitting(const QMimeData* data) const;

  QWidget* target_;
  QString suffix_;
  QLabel* overlay_;
};

}  // namespace aerie::widgets
