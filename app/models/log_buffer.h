// The newest log lines of fixed number, as a list model: appended in batches, the oldest fall out. GUI
// thread.
#pragma once

#include <QAbstractListModel>
#include <deque>
#include <vector>

#include "app/models/id_table_model.h"
#include "app/rpc/types.h"

namespace aerie::models {

enum class LogLevel { Debug, Info, Warning, Error };
// Of a line as daemons write it: by its level word; Info when there is none.
LogLevel logLevelOf(const QString& text);

// In log models: int(LogLevel) of the line.
inline constexpr int LogLevelRole = Qt::UserRole + 60;

class LogBuffer final : public QAbstractListModel {
  Q_OBJECT
 public:
  explicit LogBuffer(int capacity = 5'000, QObject* parent = nullptr);
  void append(const std::vector<rpc::LogLine>& lines);
  void clear();
  // Drops the oldest lines when it gets smaller.
  void setCapacity(int capacity);
  // Lines that fell out since the last clear().
  qint64 dropped() const { return dropped_; }
  QString allText() const;

  int rowCount(const QModelIndex& parent = {}) const override;
  // DisplayRole: "replica  text"; ToneRole and LogLevelRole by the line's level word.
  QVariant data(const QModelIndex& index, int role) const override;

 private:
  int capacity_;
  qint64 dropped_ = 0;
  std::deque<rpc::LogLine> lines_;
};

}  // namespace aerie::models
