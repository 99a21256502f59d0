#include "tests/bench/app/loop_watch.h"

#include <QEvent>
#include <QEventLoop>
#include <QMetaEnum>
#include <QThread>
#include <QTimer>
#include <algorithm>
#include <ctime>

namespace aerie::bench {
namespace {

constexpr double kRestMs = 0.2;   // a shorter pause between two deliveries is no rest
constexpr double kNamedMs = 10;   // shorter pieces need no name
constexpr int kQuietRounds = 20;  // of an event loop without work: then all is done
constexpr int kRoundMs = 10;

double msOf(clockid_t clock) {
  timespec t{};
  ::clock_gettime(clock, &t);
  return static_cast<double>(t.tv_sec) * 1e3 + static_cast<double>(t.tv_nsec) / 1e6;
}

QString nameOf(const char* type, const QString& object, QEvent::Type event) {
  const char* key = QMetaEnum::fromType<QEvent::Type>().valueToKey(event);
  return QStringLiteral("%1 to %2 %3")
      .arg(key ? QString::fromLatin1(key) : QString::number(event), QString::fromLatin1(type), object)
      .trimmed();
}

double at(const std::vector<double>& sorted, double share) {
  if (sorted.empty()) return 0;
  return sorted[std::min(sorted.size() - 1,
                         static_cast<std::size_t>(share * static_cast<double>(sorted.size())))];
}

}  // namespace

double threadCpuMs() { return msOf(CLOCK_THREAD_CPUTIME_ID); }

LoopWatch::LoopWatch(int& argc, char** argv) : QApplication(argc, argv) {}

bool LoopWatch::notify(QObject* receiver, QEvent* event) {
  if (!on_ || QThread::currentThread() != thread()) return QApplication::notify(receiver, event);
  if (event->type() == QEvent::Paint) {
    for (Painted& p : painted_) p.times += p.widget == receiver ? 1 : 0;
  }
  if (depth_ > 0) return QApplication::notify(receiver, event);
  const double began = msOf(CLOCK_MONOTONIC);
  if (open_ && began - ended_ms_ > kRestMs) close();
  if (!open_) {
    open_ = true;
    began_ms_ = began;
    began_cpu_ms_ = threadCpuMs();
    longest_piece_ms_ = 0;
    piece_.clear();
  }
  // The receiver may be gone afterwards.
  const char* type = receiver->metaObject()->className();
  const QEvent::Type kind = event->type();
  const QString object = receiver->objectName();
  ++depth_;
  const bool result = QApplication::notify(receiver, event);
  --depth_;
  ended_ms_ = msOf(CLOCK_MONOTONIC);
  ended_cpu_ms_ = threadCpuMs();
  if (ended_ms_ - began > std::max(longest_piece_ms_, kNamedMs)) {
    longest_piece_ms_ = ended_ms_ - began;
    piece_ = nameOf(type, object, kind) + QStringLiteral(", %1 ms").arg(longest_piece_ms_, 0, 'f', 1);
  }
  return result;
}

void LoopWatch::close() {
  open_ = false;
  stretches_.push_back({ended_ms_ - began_ms_, ended_cpu_ms_ - began_cpu_ms_, piece_});
}

void LoopWatch::begin() {
  stretches_.clear();
  for (Painted& p : painted_) p.times = 0;
  open_ = false;
  on_ = true;
}

Stretches LoopWatch::end() {
  if (open_) close();
  on_ = false;
  Stretches out;
  out.count = stretches_.size();
  std::vector<double> walls;
  for (const Stretch& s : stretches_) {
    walls.push_back(s.wall_ms);
    out.over += s.wall_ms > Stretches::kLimitMs ? 1 : 0;
    out.over_cpu += s.cpu_ms > Stretches::kLimitMs ? 1 : 0;
    out.longest_cpu_ms = std::max(out.longest_cpu_ms, s.cpu_ms);
    if (s.wall_ms <= out.longest_ms) continue;
    out.longest_ms = s.wall_ms;
    out.worst = s.what;
  }
  std::sort(walls.begin(), walls.end());
  out.p50_ms = at(walls, 0.5);
  out.p99_ms = at(walls, 0.99);
  return out;
}

int LoopWatch::paints(const QObject* widget) const {
  for (const Painted& p : painted_) {
    if (p.widget == widget) return p.times;
  }
  return 0;
}

void LoopWatch::runFor(std::chrono::milliseconds time) {
  QEventLoop loop;
  QTimer::singleShot(time, &loop, &QEventLoop::quit);
  loop.exec();
}

// Nothing more to do: round after round costs no CPU time worth the name.
void LoopWatch::settle() {
  for (int quiet = 0; quiet < kQuietRounds;) {
    const double before = threadCpuMs();
    runFor(std::chrono::milliseconds(kRoundMs));
    quiet = threadCpuMs() - before < 1 ? quiet + 1 : 0;
  }
}

}  // namespace aerie::bench
