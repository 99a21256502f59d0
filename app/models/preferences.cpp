#include "app/models/preferences.h"

#include <QSettings>
#include <algorithm>

namespace aerie::models {
namespace {
constexpr int kLogLines = 5'000;
constexpr const char* kLook = "window/theme";
constexpr const char* kLanguage = "window/language";
constexpr const char* kMotion = "window/reduced_motion";
constexpr const char* kLines = "logs/lines";
constexpr const char* kAsk = "confirm/ordinary";
constexpr const char* kAuto = "simulation/auto_start";
}  // namespace

Preferences::Preferences(QObject* parent) : QObject(parent) {
  const QSettings s;
  const auto value = [&s](const char* key, const QVariant& otherwise) {
    return s.value(QLatin1String(key), otherwise);
  };
  look_ = static_cast<Look>(std::clamp(value(kLook, 0).toInt(), 0, 2));
  language_ = value(kLanguage, QString()).toString();
  reducedMotion_ = value(kMotion, qEnvironmentVariableIsSet("AERIE_REDUCED_MOTION")).toBool();
  logLines_ = std::clamp(value(kLines, kLogLines).toInt(), kMinLogLines, kMaxLogLines);
  askOrdinary_ = value(kAsk, true).toBool();
  autoSimulation_ = value(kAuto, true).toBool();
}

void Preferences::save(const char* key, const QVariant& value) {
  QSettings().setValue(QLatin1String(key), value);
  Q_EMIT changed();
}

void Preferences::setLook(Look look) {
  if (look == look_) return;
  look_ = look;
  save(kLook, static_cast<int>(look));
  Q_EMIT lookChanged();
}

void Preferences::setLanguage(const QString& name) {
  if (name == language_) return;
  language_ = name;
  save(kLanguage, name);
  Q_EMIT languageChanged();
}

void Preferences::setReducedMotion(bool on) {
  if (on == reducedMotion_) return;
  reducedMotion_ = on;
  save(kMotion, on);
}

void Preferences::setLogLines(int lines) {
  lines = std::clamp(lines, kMinLogLines, kMaxLogLines);
  if (lines == logLines_) return;
  logLines_ = lines;
  save(kLines, lines);
}

void Preferences::setAskOrdinary(bool on) {
  if (on == askOrdinary_) return;
  askOrdinary_ = on;
  save(kAsk, on);
}

void Preferences::setAutoSimulation(bool on) {
  if (on == autoSimulation_) return;
  autoSimulation_ = on;
  save(kAuto, on);
}

}  // namespace aerie::models
