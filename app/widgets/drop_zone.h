// Lets a widget take files by drag and drop, several at once, and says so while files hover over it. Which
// of them fit is for the owner to say, where the reason can be read. GUI thread.
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
  // `invitation` is shown over the target: "Drop to register".
  DropZone(QWidget* target, const QString& invitation);

 Q_SIGNALS:
  void dropped(const QStringList& paths);

 protected:
  bool eventFilter(QObject* watched, QEvent* event) override;

 private:
  QStringList localFiles(const QMimeData* data) const;

  QWidget* target_;
  QLabel* overlay_;
};

}  // namespace aerie::widgets
