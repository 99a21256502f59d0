#include "app/presenters/log_presenter.h"

#include <QDir>
#include <algorithm>

#include "app/presenters/errors.h"

namespace aerie::presenters {
namespace {
constexpr quint32 kTail = 500;
constexpr qint64 kFileTail = 256 << 10;   // of a file that was there before
constexpr qint64 kFilePiece = 512 << 10;  // at most this much in one look
constexpr int kPollMs = 500;
constexpr int kRetryMs = 2'000;

QString streamId(const QString& endpoint, const QString& replica) {
  return QStringLiteral("replica:%1/%2").arg(endpoint, replica);
}
}  // namespace

LogPresenter::LogPresenter(rpc::DeploymentApi& api, const models::World& world, const QString& logDirectory,
                           QObject* parent)
    : QObject(parent), api_(api), world_(world), logDirectory_(logDirectory) {
  connect(&world_, &models::World::deploymentsChanged, this, [this] {
    if (shown_) refreshSources();
  });
  connect(&poll_, &QTimer::timeout, this, &LogPresenter::readFile);
  refreshSources();
}

LogPresenter::~LogPresenter() { ticket_.cancel(); }

void LogPresenter::refreshSources() {
  QStringList files;
  if (!logDirectory_.isEmpty())
    files = QDir(logDirectory_).entryList({QStringLiteral("*.log")}, QDir::Files, QDir::Name);
  QStringList ids = files;
  for (const rpc::Deployment& d : world_.deployments()) {
    ids.append(d.spec.endpoint);
    for (const rpc::Replica& r : d.replicas) ids.append(r.id);
  }
  // Putting thousands into words takes its time: only when they are others.
  if (ids == ids_) return;
  ids_ = std::move(ids);
  std::vector<LogSource> now;
  for (const rpc::Deployment& d : world_.deployments()) {
    const QString& endpoint = d.spec.endpoint;
    now.push_back({streamId(endpoint, {}), tr("%1, all replicas").arg(endpoint), endpoint});
    const bool sidecars = d.spec.runtime.isEmpty() || d.spec.runtime == QLatin1String("sidecar");
    for (const rpc::Replica& r : d.replicas) {
      now.push_back({streamId(endpoint, r.id), r.id, endpoint});
      if (!sidecars) continue;
      now.push_back({streamId(endpoint, r.id + QLatin1String("/sidecar")),
                     tr("%1, only its sidecar").arg(r.id), endpoint});
    }
  }
  for (const QString& name : files)
    now.push_back({QLatin1String("file:") + name, name.chopped(4), tr("Daemons")});
  if (now == sources_) return;
  sources_ = std::move(now);
  const bool there =
      std::any_of(sources_.begin(), sources_.end(), [this](const LogSource& s) { return s.id == source_; });
  if (source_.isEmpty() && !sources_.empty()) {
    select(sources_.front().id);
  } else if (!there && !source_.isEmpty()) {
    setState(tr("This replica is gone; its last lines stay here."));
  }
  Q_EMIT sourcesChanged();
}

void LogPresenter::select(const QString& id) {
  if (id == source_) return;
  source_ = id;
  lines_.clear();
  restart();
}

void LogPresenter::setShown(bool shown) {
  if (shown == shown_) return;
  if (shown) refreshSources();
  shown_ = shown;
  lines_.clear();
  restart();
}

void LogPresenter::restart() {
  ++number_;
  ticket_.cancel();
  poll_.stop();
  file_.close();
  rest_.clear();
  if (!shown_ || source_.isEmpty()) return;
  if (source_.startsWith(QLatin1String("file:"))) {
    startFile(QDir(logDirectory_).filePath(source_.mid(5)));
  } else {
    const QString path = source_.mid(static_cast<int>(qstrlen("replica:")));
    startStream(path.section(QLatin1Char('/'), 0, 0), path.section(QLatin1Char('/'), 1));
  }
}

void LogPresenter::startStream(const QString& endpoint, const QString& replica) {
  setState(tr("live"));
  const quint64 number = number_;
  ticket_ = api_.followLogs(
      endpoint, replica, kTail, this,
      [this, number](const std::vector<rpc::LogLine>& lines) {
        if (number == number_) lines_.append(lines);
      },
      [this, number](const absl::StatusOr<rpc::Done>& ended) {
        if (number != number_) return;
        setState(ended.ok() ? tr("The log has ended.")
                            : detailOf(ended.status()).section(QLatin1Char('\n'), 0, 0));
        QTimer::singleShot(kRetryMs, this, [this, number] {
          if (number != number_ || !shown_) return;
          lines_.clear();  // the tail comes again
          restart();
        });
      });
}

void LogPresenter::startFile(const QString& path) {
  file_.setFileName(path);
  readFile();
  poll_.start(kPollMs);
}

// False while the file isn't there yet, or can't be read: each look tries again.
bool LogPresenter::openFile() {
  if (file_.isOpen()) return true;
  if (!file_.open(QIODevice::ReadOnly)) {
    setState(tr("%1 cannot be read: %2").arg(file_.fileName(), file_.errorString()));
    return false;
  }
  if (file_.size() > kFileTail) {
    file_.seek(file_.size() - kFileTail);
    file_.readLine();  // the piece of a line
  }
  setState(tr("live"));
  return true;
}

void LogPresenter::readFile() {
  if (!openFile()) return;
  if (file_.size() < file_.pos()) file_.seek(0);  // it was written anew
  const QByteArray piece = rest_ + file_.read(kFilePiece);
  const auto end = piece.lastIndexOf('\n');
  rest_ = piece.mid(end + 1);
  if (end < 0) return;
  std::vector<rpc::LogLine> lines;
  for (const QByteArray& line : piece.left(end).split('\n')) {
    lines.push_back({QString(), QString::fromUtf8(line)});
  }
  lines_.append(lines);
}

void LogPresenter::setState(const QString& state) {
  if (state == state_) return;
  state_ = state;
  Q_EMIT stateChanged();
}

}  // namespace aerie::presenters
