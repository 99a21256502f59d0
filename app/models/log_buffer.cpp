#include "app/models/log_buffer.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <algorithm>

namespace aerie::models {
namespace {

Tone toneOf(LogLevel level) {
  switch (level) {
    case LogLevel::Error: return Tone::Danger;
    case LogLevel::Warning: return Tone::Warning;
    case LogLevel::Debug: return Tone::Muted;
    case LogLevel::Info: break;
  }
  return Tone::None;
}

// A daemon's JSON record as people read it: "22:21:09.692 info worker: phase READY". Other lines stay as they
// are.
QString readable(const QString& text) {
  if (!text.startsWith(QLatin1Char('{'))) return text;
  const QJsonObject record = QJsonDocument::fromJson(text.toUtf8()).object();
  const QString message = record.value(QLatin1String("message")).toString();
  if (message.isEmpty()) return text;
  // "2026-11-21T22:21:09.692157Z": the time of day to the millisecond.
  return QStringLiteral("%1 %2 %3: %4")
      .arg(record.value(QLatin1String("time")).toString().mid(11, 12),
           record.value(QLatin1String("level")).toString(), record.value(QLatin1String("room")).toString(),
           message);
}

QString lineText(const rpc::LogLine& line) {
  return line.replica.isEmpty() ? line.text : line.replica + QLatin1String("  ") + line.text;
}

}  // namespace

LogLevel logLevelOf(const QString& text) {
  const auto has = [&text](const char* word) {
    return text.contains(QLatin1String(word), Qt::CaseInsensitive);
  };
  if (has("error") || has("critical") || has("fatal")) return LogLevel::Error;
  if (has("warn")) return LogLevel::Warning;
  return has(" debug ") || has(" trace ") || text.startsWith(QLatin1String("debug")) ? LogLevel::Debug
                                                                                     : LogLevel::Info;
}

LogBuffer::LogBuffer(int capacity, QObject* parent)
    : QAbstractListModel(parent), capacity_(std::max(1, capacity)) {}

void LogBuffer::append(const std::vector<rpc::LogLine>& lines) {
  if (lines.empty()) return;
  const auto fresh = std::min(lines.size(), static_cast<std::size_t>(capacity_));
  const auto over = static_cast<int>(lines_.size() + fresh) - capacity_;
  if (over > 0) {
    beginRemoveRows({}, 0, over - 1);
    lines_.erase(lines_.begin(), lines_.begin() + over);
    endRemoveRows();
  }
  dropped_ += std::max(0, over) + static_cast<qint64>(lines.size() - fresh);
  const int first = static_cast<int>(lines_.size());
  beginInsertRows({}, first, first + static_cast<int>(fresh) - 1);
  lines_.insert(lines_.end(), lines.end() - static_cast<std::ptrdiff_t>(fresh), lines.end());
  for (auto line = lines_.end() - static_cast<std::ptrdiff_t>(fresh); line != lines_.end(); ++line) {
    line->text = readable(line->text);
  }
  endInsertRows();
}

void LogBuffer::clear() {
  dropped_ = 0;
  if (lines_.empty()) return;
  beginRemoveRows({}, 0, rowCount() - 1);
  lines_.clear();
  endRemoveRows();
}

void LogBuffer::setCapacity(int capacity) {
  capacity_ = std::max(1, capacity);
  const int over = rowCount() - capacity_;
  if (over <= 0) return;
  beginRemoveRows({}, 0, over - 1);
  lines_.erase(lines_.begin(), lines_.begin() + over);
  endRemoveRows();
  dropped_ += over;
}

QString LogBuffer::allText() const {
  QString out;
  for (const rpc::LogLine& line : lines_) out += lineText(line) + QLatin1Char('\n');
  return out;
}

int LogBuffer::rowCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : static_cast<int>(lines_.size());
}

QVariant LogBuffer::data(const QModelIndex& index, int role) const {
  if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return {};
  const rpc::LogLine& line = lines_[static_cast<std::size_t>(index.row())];
  switch (role) {
    case Qt::DisplayRole:
    case Qt::AccessibleTextRole: return lineText(line);
    case ToneRole: return static_cast<int>(toneOf(logLevelOf(line.text)));
    case LogLevelRole: return static_cast<int>(logLevelOf(line.text));
    default: return {};
  }
}

}  // namespace aerie::models
