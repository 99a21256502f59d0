// The look in one place: colours by role, sizes, fonts. No page or widget names a colour, a size or a font of
// its own. Colours follow the application's palette (see theme.h), so they are right in the moment of
// painting. GUI thread.
#pragma once

#include <QColor>
#include <QFont>
#include <QString>

#include "app/models/id_table_model.h"

namespace aerie::widgets {

enum class Role {
  Background,
  Surface,
  Raised,
  Border,
  Text,
  Muted,
  Accent,
  OnAccent,
  Ok,
  Warning,
  Danger,
  Info
};

QColor colorOf(Role role);
QColor colorOf(Role role, bool dark);
QColor colorOf(models::Tone tone);
// Data series: a thing keeps its index everywhere.
QColor seriesColor(int index);
// `color` laid thinly over the surface: chip grounds, hover, selection.
QColor tint(const QColor& color, double strength);
bool isDark();

inline constexpr int kGap = 4;
inline constexpr int kGapS = 8;
inline constexpr int kGapM = 12;
inline constexpr int kGapL = 16;
inline constexpr int kGapXl = 24;
inline constexpr int kRadius = 6;
inline constexpr int kCardRadius = 8;
inline constexpr int kRowHeight = 30;
inline constexpr int kCompactRow = 26;
inline constexpr int kControlHeight = 30;

enum class Type { Caption, Body, BodyStrong, Section, Title, Headline, Mono };
QFont fontOf(Type type);

// How long a motion takes: at most 150 ms, and none when reduced motion was asked for.
int motionMs();
void setReducedMotion(bool on);
bool reducedMotion();

// The name of the icon that goes with a tone; never colour alone.
QString iconNameOf(models::Tone tone);

// The whole style sheet for one of the two palettes.
QString styleSheetOf(bool dark);

}  // namespace aerie::widgets
