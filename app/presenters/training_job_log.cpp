// The log of the chosen job or task.
#include <QRegularExpression>
#include <algorithm>

#include "app/presenters/errors.h"
#include "app/presenters/training_job_presenter.h"

namespace aerie::presenters {
namespace {

constexpr quint32 kTailLines = 2'000;
constexpr qsizetype kMaxLine = 16'384;

// What a program wrote for a terminal, as plain text: no escapes, of a line that was written over its last
// state, no other control characters.
QString plainLine(QByteArray line) {
  if (line.endsWith('\r')) line.chop(1);
  if (const auto over = line.lastIndexOf('\r'); over >= 0) line = line.mid(over + 1);
  QString text = QString::fromUtf8(line.left(kMaxLine));
  if (text.contains(QChar(0x1B))) {
    static const QRegularExpression escape(
        QStringLiteral("\\x1B(\\[[0-9;?]*[ -/]*[@-~]|\\][^\\x07]*\\x07?|.)"));
    text.remove(escape);
  }
  for (QChar& c : text) {
    if (c == QLatin1Char('\t')) c = QLatin1Char(' ');
    if (c.category() == QChar::Other_Control) c = QChar::ReplacementCharacter;
  }
  return text;
}

}  // namespace

void TrainingJobPresenter::followLog(bool follow) {
  if (follow == following_) return;
  following_ = follow;
  restartLog();
}

void TrainingJobPresenter::selectAttempt(quint32 attempt) {
  if (attempt == attempt_ && !jobLog_) return;
  attempt_ = attempt;
  jobLog_ = false;
  restartLog();
}

void TrainingJobPresenter::showJobLog(bool show) {
  if (show == jobLog_) return;
  jobLog_ = show;
  restartLog();
}

void TrainingJobPresenter::restartLog() {
  const quint64 number = ++logNumber_;
  logTicket_.cancel();
  logRetry_.stop();
  lines_.clear();
  logRest_.clear();
  logEnd_ = 0;
  if (!following_ || !shown_ || jobId_.isEmpty()) {
    setLogState({});
    return;
  }
  const rpc::TrainingTask* t = task();
  logAttempts_ = t ? t->attempts : 0;
  if (!jobLog() && t && t->attempts == 0) {
    setLogState(tr("It has not started yet."));
    return;
  }
  setLogState(tr("live"));
  rpc::TrainingLogQuery query;
  query.job = jobId_;
  if (!jobLog()) {
    query.task = task_;
    query.attempt = attempt_;
  }
  query.tailLines = kTailLines;
  logTicket_ = api_.followLog(
      query, this,
      [this, number](const QList<rpc::TrainingLogPiece>& pieces) {
        if (number == logNumber_) appendLog(pieces);
      },
      [this, number](const absl::StatusOr<rpc::Done>& ended) {
        if (number != logNumber_ || absl::IsCancelled(ended.status())) return;
        if (!logRest_.isEmpty()) {
          lines_.append({{QString(), plainLine(logRest_)}});
          logRest_.clear();
        }
        setLogState(ended.ok() ? tr("The log has ended.")
                               : tr("The log stopped: %1").arg(detailOf(ended.status())));
        if (absl::IsUnavailable(ended.status())) logRetry_.start();
      });
}

void TrainingJobPresenter::appendLog(const QList<rpc::TrainingLogPiece>& pieces) {
  std::vector<rpc::LogLine> lines;
  for (const rpc::TrainingLogPiece& piece : pieces) {
    const bool gap = logEnd_ > 0 && piece.offset > logEnd_;
    if ((gap || (piece.truncated && logEnd_ == 0)) && !piece.data.isEmpty()) {
      if (!logRest_.isEmpty()) lines.push_back({QString(), plainLine(std::exchange(logRest_, {}))});
      lines.push_back({QString(), tr("... lines before this are left out ...")});
    }
    logEnd_ = piece.offset + static_cast<quint64>(piece.data.size());
    logRest_ += piece.data;
    const auto end = logRest_.lastIndexOf('\n');
    if (end < 0) {
      if (logRest_.size() > kMaxLine) lines.push_back({QString(), plainLine(std::exchange(logRest_, {}))});
      continue;
    }
    for (const QByteArray& line : logRest_.left(end).split('\n'))
      lines.push_back({QString(), plainLine(line)});
    logRest_ = logRest_.mid(end + 1);
  }
  if (!lines.empty()) lines_.append(lines);
}

void TrainingJobPresenter::setLogState(const QString& state) {
  if (state == logState_) return;
  logState_ = state;
  Q_EMIT logStateChanged();
}

}  // namespace aerie::presenters
