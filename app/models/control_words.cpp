#include "app/models/control_words.h"

#include <QCoreApplication>
#include <QLocale>
#include <QRegularExpression>
#include <QStringList>
#include <algorithm>
#include <span>

#include "app/models/text.h"

namespace aerie::models {
namespace {

QString translated(const char* text, const char* comment = nullptr, int n = -1) {
  return QCoreApplication::translate("control_words", text, comment, n);
}

struct Word {
  const char* code;
  const char* text;
};

constexpr Word kPhases[] = {{"starting", QT_TRANSLATE_NOOP("control_words", "starting")},
                            {"loading", QT_TRANSLATE_NOOP("control_words", "loading")},
                            {"self-test", QT_TRANSLATE_NOOP("control_words", "self-test")},
                            {"warm-up", QT_TRANSLATE_NOOP("control_words", "warm-up")},
                            {"ready", QT_TRANSLATE_NOOP("control_words", "ready")},
                            {"draining", QT_TRANSLATE_NOOP("control_words", "draining")},
                            {"stopped", QT_TRANSLATE_NOOP("control_words", "stopped")},
                            {"failed", QT_TRANSLATE_NOOP("control_words", "failed")}};
constexpr Word kSteps[] = {{"start", QT_TRANSLATE_NOOP("control_words", "start")},
                           {"load", QT_TRANSLATE_NOOP("control_words", "load")},
                           {"self-test", QT_TRANSLATE_NOOP("control_words", "self-test")},
                           {"warm-up", QT_TRANSLATE_NOOP("control_words", "warm-up")},
                           {"flip", QT_TRANSLATE_NOOP("control_words", "flip")},
                           {"drain", QT_TRANSLATE_NOOP("control_words", "drain")}};
constexpr Word kStepStates[] = {{"waiting", QT_TRANSLATE_NOOP("control_words", "waiting")},
                                {"running", QT_TRANSLATE_NOOP("control_words", "running")},
                                {"done", QT_TRANSLATE_NOOP("control_words", "done")},
                                {"failed", QT_TRANSLATE_NOOP("control_words", "failed")}};
constexpr Word kActions[] = {
    {"registry.register", QT_TRANSLATE_NOOP("control_words", "Registered %1")},
    {"registry.promote", QT_TRANSLATE_NOOP("control_words", "Promoted %1")},
    {"registry.archive", QT_TRANSLATE_NOOP("control_words", "Archived %1")},
    {"registry.restore", QT_TRANSLATE_NOOP("control_words", "Restored %1")},
    {"deployment.create", QT_TRANSLATE_NOOP("control_words", "Deployed %1")},
    {"deployment.scale", QT_TRANSLATE_NOOP("control_words", "Scaled %1")},
    {"deployment.restart", QT_TRANSLATE_NOOP("control_words", "Restarted %1")},
    {"deployment.rollback", QT_TRANSLATE_NOOP("control_words", "Rolled back %1")},
    {"deployment.delete", QT_TRANSLATE_NOOP("control_words", "Deleted %1")},
    {"routing.apply", QT_TRANSLATE_NOOP("control_words", "Changed the routing of %1")},
    {"experiment.create", QT_TRANSLATE_NOOP("control_words", "Created experiment %1")},
    {"experiment.start", QT_TRANSLATE_NOOP("control_words", "Started experiment %1")},
    {"experiment.stop", QT_TRANSLATE_NOOP("control_words", "Stopped experiment %1")},
    {"experiment.set_weights", QT_TRANSLATE_NOOP("control_words", "Changed the split of %1")}};
// %1 = the subject; then the alert's value, when it is told, and the facts that are named here.
struct AlertWords {
  const char* name;
  const char* text;
  enum { None, Percent, Millis, Count } value = None;
  const char* facts[2] = {nullptr, nullptr};
};
constexpr AlertWords kAlerts[] = {
    {"AerieProxyNotConnected",
     QT_TRANSLATE_NOOP("control_words",
                       "Proxy %1 has no stream to the control plane and serves its last config. Look at its "
                       "log, or start it again")},
    {"AerieProxyConfigRefused",
     QT_TRANSLATE_NOOP("control_words", "Proxy %1 refused the newest config and serves the one before: %2"),
     AlertWords::None,
     {"reason"}},
    {"AerieProxyNoConfig",
     QT_TRANSLATE_NOOP("control_words", "Proxy %1 has no config and refuses every request: apply a routing")},
    {"AerieUseCaseErrorsHigh",
     QT_TRANSLATE_NOOP("control_words", "%2 of the items of %1 fail. Routing shows which endpoint"),
     AlertWords::Percent},
    {"AerieWorkerLatencyHigh",
     QT_TRANSLATE_NOOP("control_words",
                       "The p99 latency of %1 is %2, over half of its timeout: scale it, or look at its "
                       "feature store"),
     AlertWords::Millis},
    {"AerieWorkerErrorsHigh",
     QT_TRANSLATE_NOOP("control_words", "%2 of the rows of %1 fail: its log says why"), AlertWords::Percent},
    {"AerieFeatureStoreErrors",
     QT_TRANSLATE_NOOP("control_words", "%1 does not reach its feature store and answers with defaults")},
    {"AerieWorkerFeatureLogDrops",
     QT_TRANSLATE_NOOP("control_words",
                       "%1 lost %2 records of its feature log in 15 minutes: is its disk full or slow?"),
     AlertWords::Count},
    {"AerieScrapeFailed",
     QT_TRANSLATE_NOOP("control_words", "%1 does not answer at its metrics address: charts have a gap")},
    {"AerieReplicaDown",
     QT_TRANSLATE_NOOP("control_words", "Replica %2 of %1 is down: %3"),
     AlertWords::None,
     {"replica", "reason"}},
    {"AerieReplicaCrashed",
     QT_TRANSLATE_NOOP("control_words",
                       "Replica %2 of %1 ended unexpectedly and was started again: its log says why"),
     AlertWords::None,
     {"replica"}},
    {"AerieWorkerNotReady",
     QT_TRANSLATE_NOOP("control_words", "Replica %2 of %1 is not ready: %3"),
     AlertWords::None,
     {"replica", "reason"}},
    {"AerieWorkerVersionMismatch",
     QT_TRANSLATE_NOOP("control_words", "Replicas of %1 answer with %2 different versions"),
     AlertWords::Count},
    {"AerieRolloutFailed",
     QT_TRANSLATE_NOOP("control_words", "The rollout of %1 failed: %2. Deploy another version or roll back"),
     AlertWords::None,
     {"reason"}},
    {"AerieWorkerNoTraffic",
     QT_TRANSLATE_NOOP("control_words", "%1 gets no requests: does a routing name it?")},
    {"AerieWorkerDefaultsHigh",
     QT_TRANSLATE_NOOP("control_words", "Feature %3 of %1 falls back to its default in %2 of the rows"),
     AlertWords::Percent,
     {"feature"}}};

QString wordOf(std::span<const Word> words, const QString& code) {
  for (const Word& w : words) {
    if (code == QLatin1String(w.code)) return translated(w.text);
  }
  return code;
}

QRegularExpressionMatch match(const char* pattern, const QString& text) {
  return QRegularExpression(QRegularExpression::anchoredPattern(QLatin1String(pattern)),
                            QRegularExpression::DotMatchesEverythingOption)
      .match(text);
}

QString promotion(const QString& detail) {
  const auto m = match("stage (\\S+) from version (\\S+?)((?:; relaunches \\S+)*)", detail);
  if (!m.hasMatch()) return detail;
  const bool first = m.captured(2) == QLatin1String("none");
  QString out = first ? translated("stage %1, which had none").arg(m.captured(1))
                      : translated("stage %1, before: version %2").arg(m.captured(1), m.captured(2));
  QStringList relaunched;
  for (const QString& part : m.captured(3).split(QLatin1String("; relaunches "), Qt::SkipEmptyParts))
    relaunched.append(part);
  if (!relaunched.isEmpty())
    out += QLatin1String("; ") + translated("relaunches %1").arg(relaunched.join(QLatin1String(", ")));
  return out;
}

QString creation(const QString& detail) {
  const auto m = match("(\\S+) (version|stage) (\\S+), (\\d+) replicas", detail);
  if (!m.hasMatch()) return detail;
  const int n = m.captured(4).toInt();
  return (m.captured(2) == QLatin1String("stage") ? translated("%1 in stage %2, %n replica(s)", nullptr, n)
                                                  : translated("%1 version %2, %n replica(s)", nullptr, n))
      .arg(m.captured(1), m.captured(3));
}

QString routing(const QString& detail) {
  const auto m = match("revision (\\d+), default endpoint (\\S+), (\\d+) experiments(?:: (.*))?", detail);
  if (!m.hasMatch()) return detail;
  const QString out =
      translated("revision %1, default endpoint %2, %n experiment(s)", nullptr, m.captured(3).toInt())
          .arg(m.captured(1), m.captured(2));
  return m.captured(4).isEmpty() ? out : out + QLatin1String(": ") + m.captured(4);
}

QString split(const QString& detail) {
  const auto m = match("coverage ([0-9.e+-]+)((?:, .+? [0-9.e+-]+)*)", detail);
  if (!m.hasMatch()) return detail;
  return translated("coverage %1").arg(percentText(m.captured(1).toDouble())) + m.captured(2);
}

QString registration(const QString& detail) {
  const auto m = match("digest (\\S+) signer (.*)", detail);
  if (!m.hasMatch()) return detail;
  return m.captured(2).isEmpty() ? translated("digest %1, not signed").arg(m.captured(1))
                                 : translated("digest %1, signed by %2").arg(m.captured(1), m.captured(2));
}

}  // namespace

QString phaseWord(const QString& phase) { return wordOf(kPhases, phase); }
QString stepWord(const QString& step) { return wordOf(kSteps, step); }
QString stepStateWord(const QString& state) { return wordOf(kStepStates, state); }

QString alertText(const rpc::Alert& alert) {
  const auto words = std::find_if(std::begin(kAlerts), std::end(kAlerts),
                                  [&](const AlertWords& w) { return alert.name == QLatin1String(w.name); });
  if (words == std::end(kAlerts)) return alert.message;
  QStringList args{alert.subject};
  switch (words->value) {
    case AlertWords::None: break;
    case AlertWords::Percent: args.append(percentText(alert.value)); break;
    case AlertWords::Millis: args.append(millisText(alert.value)); break;
    case AlertWords::Count: args.append(QLocale().toString(alert.value, 'f', 0)); break;
  }
  for (const char* name : words->facts) {
    if (!name) continue;
    if (!alert.facts.contains(QLatin1String(name))) return alert.message;  // an older control plane
    const QString fact = alert.facts.value(QLatin1String(name));
    args.append(!fact.isEmpty() ? fact : translated("its log says why"));
  }
  const QString pattern = translated(words->text);
  // At once: what is put in may contain signs that look like places.
  QString text = args.size() == 1   ? pattern.arg(args[0])
                 : args.size() == 2 ? pattern.arg(args[0], args[1])
                                    : pattern.arg(args[0], args[1], args[2]);
  if (alert.name == QLatin1String("AerieReplicaDown") && alert.severity == QLatin1String("critical"))
    text += QLatin1String(". ") + translated("No other replica serves");
  return text;
}

QString actionSentence(const QString& action, const QString& subject) {
  const QString sentence = wordOf(kActions, action);
  return sentence == action ? QString(action + QLatin1Char(' ') + subject) : sentence.arg(subject);
}

QString actionDetail(const QString& action, const QString& detail) {
  if (action == QLatin1String("registry.promote")) return promotion(detail);
  if (action == QLatin1String("registry.register")) return registration(detail);
  if (action == QLatin1String("deployment.create")) return creation(detail);
  if (action == QLatin1String("routing.apply")) return routing(detail);
  if (action.startsWith(QLatin1String("experiment."))) return split(detail);
  if (action == QLatin1String("deployment.scale")) {
    if (const auto m = match("to (\\d+) replicas", detail); m.hasMatch())
      return translated("to %n replica(s)", nullptr, m.captured(1).toInt());
  }
  if (action == QLatin1String("deployment.rollback")) {
    if (const auto m = match("to version (\\S+)", detail); m.hasMatch())
      return translated("to version %1").arg(m.captured(1));
  }
  return detail;
}

QString actionText(const QString& action, const QString& subject, const QString& detail) {
  const QString sentence = actionSentence(action, subject);
  return detail.isEmpty() ? sentence : sentence + QLatin1String(": ") + actionDetail(action, detail);
}

}  // namespace aerie::models
