// How long the GUI thread was busy without a look at its events: the application that counts it. Everything
// that the thread does is done in the delivery of an event, so each delivery is measured, and deliveries that
// follow each other without a rest count as one stretch: whoever clicks meanwhile waits for its end.
#pragma once

#include <QApplication>
#include <QString>
#include <chrono>
#include <vector>

namespace aerie::bench {

struct Stretch {
  double wall_ms = 0;
  double cpu_ms = 0;  // of this thread: without what other processes took
  QString what;       // the longest delivery in it, for those over the limit
};

// Of all stretches of a time.
struct Stretches {
  static constexpr double kLimitMs = 50;
  std::size_t count = 0;
  double p50_ms = 0, p99_ms = 0, longest_ms = 0, longest_cpu_ms = 0;
  int over = 0;      // longer than the limit
  int over_cpu = 0;  // at work for longer than the limit
  QString worst;     // what the longest was
};

class LoopWatch final : public QApplication {
 public:
  LoopWatch(int& argc, char** argv);
  // Forgets what was and begins to measure.
  void begin();
  Stretches end();
  bool notify(QObject* receiver, QEvent* event) override;
  // Runs the event loop for a while; then until nothing is left to do.
  void runFor(std::chrono::milliseconds time);
  void settle();
  // Paint events of these widgets since begin().
  void countPaints(const QObject* widget) { painted_.push_back({widget, 0}); }
  int paints(const QObject* widget) const;

 private:
  struct Painted {
    const QObject* widget;
    int times;
  };
  void close();

  bool on_ = false;
  int depth_ = 0;
  double began_ms_ = 0, ended_ms_ = 0, began_cpu_ms_ = 0, ended_cpu_ms_ = 0;
  bool open_ = false;
  double longest_piece_ms_ = 0;
  QString piece_;
  std::vector<Stretch> stretches_;
  std::vector<Painted> painted_;
};

// CPU time of this thread.
double threadCpuMs();

}  // namespace aerie::bench
