// What people chose for this desktop, kept in QSettings: read at once, written when changed. GUI thread.
#pragma once

#include <QObject>
#include <QString>
#include <QStringList>

namespace aerie::models {

class Preferences final : public QObject {
  Q_OBJECT
 public:
  enum class Look { System, Light, Dark };
  static constexpr int kMinLogLines = 1'000;
  static constexpr int kMaxLogLines = 100'000;

  explicit Preferences(QObject* parent = nullptr);

  Look look() const { return look_; }
  void setLook(Look look);
  // A locale's name such as "de", or empty: as the system.
  const QString& language() const { return language_; }
  void setLanguage(const QString& name);
  bool reducedMotion() const { return reducedMotion_; }
  void setReducedMotion(bool on);
  // Lines that the log dock keeps of one source.
  int logLines() const { return logLines_; }
  void setLogLines(int lines);
  // Ask before ordinary changes; dangerous ones and production ask always.
  bool askOrdinary() const { return askOrdinary_; }
  void setAskOrdinary(bool on);
  // Start the local simulation with the window when it is the chosen context.
  bool autoSimulation() const { return autoSimulation_; }
  void setAutoSimulation(bool on);

 Q_SIGNALS:
  void lookChanged();
  void languageChanged();
  void changed();  // any of them

 private:
  void save(const char* key, const QVariant& value);

  Look look_ = Look::System;
  QString language_;
  bool reducedMotion_ = false;
  int logLines_ = 0;
  bool askOrdinary_ = true;
  bool autoSimulation_ = true;
};

}  // namespace aerie::models
