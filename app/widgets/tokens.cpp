#include "app/widgets/tokens.h"

#include <QApplication>
#include <QFontDatabase>
#include <QGuiApplication>
#include <QPalette>
#include <array>

namespace aerie::widgets {
namespace {

struct Pair {
  QRgb light;
  QRgb dark;
};
constexpr std::array<Pair, 12> kRoles{{
    {0xFFF7F8FA, 0xFF14171C},  // Background
    {0xFFFFFFFF, 0xFF1C2027},  // Surface
    {0xFFFFFFFF, 0xFF242932},  // Raised
    {0xFFE1E5EA, 0xFF2D333D},  // Border
    {0xFF1B1F24, 0xFFE6E9EE},  // Text
    {0xFF57606C, 0xFF9AA4B2},  // Muted
    {0xFF4353C9, 0xFF95A2FF},  // Accent
    {0xFFFFFFFF, 0xFF14171C},  // OnAccent
    {0xFF1A7F4B, 0xFF57C98B},  // Ok
    {0xFF8A5A00, 0xFFE2B340},  // Warning
    {0xFFC0322A, 0xFFFF8078},  // Danger
    {0xFF0B66C3, 0xFF6CB6FF},  // Info
}};
constexpr std::array<Pair, 8> kSeries{{{0xFF0072B2, 0xFF4FA8E0},
                                       {0xFFD98200, 0xFFF0A83A},
                                       {0xFF009E73, 0xFF33C79A},
                                       {0xFFB3598F, 0xFFDE8CBF},
                                       {0xFF3D9BD9, 0xFF86CBF7},
                                       {0xFFC94F00, 0xFFFF8A4A},
                                       {0xFF7A6FF0, 0xFFA69CFF},
                                       {0xFF7F7F7F, 0xFFA9A9A9}}};

// Placeholders are role names in @...@; $tone is "light" or "dark" for images.
constexpr const char* kSheet = R"(
* { outline: none; }
QWidget { font-size: 13px; }
QToolTip { background: @raised@; color: @text@; border: 1px solid @border@; padding: 4px 8px; }
QMenu { background: @raised@; color: @text@; border: 1px solid @border@; border-radius: 6px; padding: 4px; }
QMenu::item { padding: 6px 24px 6px 12px; border-radius: 4px; }
QMenu::item:selected { background: @accentTint@; }
QMenu::item:disabled { color: @muted@; }
QMenu::separator { height: 1px; background: @border@; margin: 4px 8px; }
QFrame#card { background: @surface@; border: 1px solid @border@; border-radius: 8px; }
QLabel { background: transparent; color: @text@; }
QLabel[kind="caption"] { color: @muted@; font-size: 11px; }
QLabel[kind="muted"] { color: @muted@; }
QLabel[kind="section"] { font-size: 15px; font-weight: 600; }
QLabel[kind="title"] { font-size: 20px; font-weight: 600; }
QLabel[kind="headline"] { font-size: 28px; font-weight: 600; }
QLabel[kind="strong"] { font-weight: 600; }
QLabel[kind="problem"] { color: @danger@; }
QPushButton, QToolButton[kind="button"] { background: @surface@; color: @text@;
  border: 1px solid @control@; border-radius: 6px;
  padding: 0 12px; min-height: 28px; }
QPushButton:hover, QToolButton[kind="button"]:hover { background: @hover@; }
QPushButton:pressed { background: @accentTint@; }
QPushButton:focus, QToolButton[kind="button"]:focus { border: 2px solid @accent@; padding: 0 11px;
  min-height: 26px; }
QPushButton:disabled { color: @disabled@; border-color: @border@; background: transparent; }
QPushButton[kind="primary"] { background: @accent@; color: @onAccent@; border: 1px solid @accent@;
  font-weight: 600; }
QPushButton[kind="primary"]:hover { background: @accentHover@; }
QPushButton[kind="primary"]:focus { border: 2px solid @text@; }
QPushButton[kind="primary"]:disabled { background: @border@; border-color: @border@; color: @disabled@; }
QPushButton[kind="danger"] { background: @danger@; color: @onAccent@; border: 1px solid @danger@;
  font-weight: 600; }
QPushButton[kind="danger"]:focus { border: 2px solid @text@; }
QPushButton[kind="flat"], QToolButton { background: transparent; border: 1px solid transparent;
  border-radius: 6px; }
QPushButton[kind="flat"]:hover, QToolButton:hover { background: @hover@; }
QPushButton[kind="flat"]:focus, QToolButton:focus { border: 2px solid @accent@; }
QPushButton[kind="flat"]:checked, QToolButton:checked { background: @accentTint@; color: @accent@; }
QToolButton { color: @text@; padding: 3px; }
QPushButton[kind="link"] { background: transparent; border: none; color: @accent@; padding: 0 2px;
  text-align: left; }
QPushButton[kind="link"]:focus { border: 2px solid @accent@; padding: 0; }
QPushButton[kind="search"] { color: @muted@; text-align: left; padding: 0 12px; background: @background@; }
QLineEdit, QSpinBox, QDoubleSpinBox, QComboBox, QPlainTextEdit { background: @surface@; color: @text@;
  border: 1px solid @control@;
  border-radius: 6px; padding: 0 8px; min-height: 28px; selection-background-color: @accent@;
  selection-color: @onAccent@; }
QPlainTextEdit[kind="flush"] { border: 2px solid transparent; border-radius: 0; padding: 0; }
QPlainTextEdit[kind="flush"]:focus { border: 2px solid @accent@; }
QLineEdit:focus, QSpinBox:focus, QDoubleSpinBox:focus, QComboBox:focus { border: 2px solid @accent@;
  padding: 0 7px;
  min-height: 26px; }
QLineEdit:disabled, QSpinBox:disabled, QDoubleSpinBox:disabled, QComboBox:disabled { color: @disabled@;
  background: @background@;
  border-color: @border@; }
QComboBox::drop-down { border: none; width: 22px; }
QComboBox::down-arrow { image: url(:/icons/arrow-$tone.svg); width: 14px; height: 14px; }
QComboBox QAbstractItemView { background: @raised@; border: 1px solid @border@; padding: 4px;
  selection-background-color:
  @accentTint@; selection-color: @text@; }
QSpinBox::up-button, QDoubleSpinBox::up-button { subcontrol-position: top right; border: none; width: 20px;
  height: 14px; background: transparent; }
QSpinBox::down-button, QDoubleSpinBox::down-button { subcontrol-position: bottom right; border: none; width: 20px;
  height: 14px; background: transparent; }
QSpinBox::up-arrow, QDoubleSpinBox::up-arrow { image: url(:/icons/arrow-up-$tone.svg); width: 12px; height: 12px; }
QSpinBox::down-arrow, QDoubleSpinBox::down-arrow { image: url(:/icons/arrow-$tone.svg); width: 12px; height: 12px; }
QCheckBox::indicator { width: 14px; height: 14px; border: 1px solid @controlEdge@; border-radius: 4px;
  background: @surface@; }
QCheckBox::indicator:checked { background: @accent@; border-color: @accent@; image: url(:/icons/tick-$tone.svg); }
QCheckBox:focus { color: @accent@; }
QCheckBox::indicator:focus { border: 2px solid @accent@; width: 12px; height: 12px; }
QCheckBox { color: @text@; spacing: 8px; }
QTableView, QListView, QTreeView { background: @surface@; color: @text@; border: none;
  gridline-color: transparent;
  selection-background-color: @selection@; selection-color: @text@; alternate-background-color: @surface@; }
QTableView:focus, QListView:focus { border: none; }
QHeaderView { background: @surface@; border: none; }
QHeaderView::section { background: @surface@; color: @muted@; border: none;
  border-bottom: 1px solid @border@; padding: 0 8px;
  font-size: 11px; height: 28px; }
QHeaderView::section:hover { color: @text@; }
QHeaderView::down-arrow { image: url(:/icons/arrow-$tone.svg); width: 12px; height: 12px;
  subcontrol-position: right center; }
QHeaderView::up-arrow { image: none; }
QAbstractScrollArea::corner { background: transparent; border: none; }
QScrollBar:vertical { background: transparent; width: 10px; margin: 0; }
QScrollBar:horizontal { background: transparent; height: 10px; margin: 0; }
QScrollBar::handle { background: @scroll@; border-radius: 3px; margin: 2px; min-height: 24px;
  min-width: 24px; }
QScrollBar::handle:hover { background: @muted@; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QSplitter::handle { background: transparent; }
QSplitter::handle:hover { background: @accentTint@; }
QScrollArea, QScrollArea > QWidget > QWidget#scrollBody { background: transparent; border: none; }
QTabBar { background: transparent; qproperty-drawBase: 0; }
QTabBar::tab { background: transparent; color: @muted@; padding: 6px 2px; margin-right: 18px; border: none;
  border-bottom: 2px solid transparent; }
QTabBar::tab:selected { color: @text@; border-bottom: 2px solid @accent@; font-weight: 600; }
QTabBar::tab:hover { color: @text@; }
QTabBar::tab:selected:focus { color: @accent@; background: @accentTint@; }
QTabWidget::pane { border: none; }
QProgressBar { background: @border@; border: none; border-radius: 3px; max-height: 6px; min-height: 6px; }
QProgressBar::chunk { background: @accent@; border-radius: 3px; }
QSlider::groove:horizontal { height: 4px; background: @border@; border-radius: 2px; }
QSlider::sub-page:horizontal { background: @accent@; border-radius: 2px; }
QSlider::handle:horizontal { background: @surface@; border: 2px solid @accent@; width: 12px; height: 12px;
  margin: -6px 0;
  border-radius: 8px; }
QSlider::handle:horizontal:focus { background: @accent@; }
QSlider::handle:horizontal:disabled { border-color: @disabled@; }
QSlider::sub-page:horizontal:disabled { background: @disabled@; }
QDialog { background: @surface@; border: 1px solid @border@; }
QWidget#rail { background: @surface@; border: none; border-right: 1px solid @border@; }
QWidget#header { background: @surface@; border: none; border-bottom: 1px solid @border@; }
QWidget#statusStrip { background: @surface@; border: none; border-top: 1px solid @border@; }
QWidget#statusStrip QLabel, QWidget#statusStrip QPushButton { font-size: 11px; color: @muted@; }
QToolButton[kind="rail"] { text-align: left; padding: 6px 10px; border: none; border-radius: 6px;
  color: @muted@; }
QToolButton[kind="rail"]:hover { background: @hover@; color: @text@; }
QToolButton[kind="rail"]:checked { background: @accentTint@; color: @accent@; font-weight: 600; }
QToolButton[kind="rail"]:focus { border: 2px solid @accent@; padding: 4px 8px; }
QToolButton[kind="legend"] { font-size: 11px; padding: 0 4px; border: 2px solid transparent; }
QToolButton[kind="legend"]:checked { background: transparent; color: @text@; }
QToolButton[kind="legend"]:!checked { color: @muted@; }
QToolButton[kind="legend"]:focus { border: 2px solid @accent@; }
QToolButton[kind="context"] { padding: 0 8px; font-weight: 600; text-align: left; }
QToolButton::menu-indicator { image: none; width: 0; }
QDialog#commandPalette { background: @raised@; border: 1px solid @border@; border-radius: 8px; }
QWidget#logDock { background: @surface@; border: none; border-top: 1px solid @border@; }
QTextBrowser { background: @surface@; color: @text@; border: none; selection-background-color: @accent@;
  selection-color: @onAccent@; }
QListWidget[kind="nav"] { background: transparent; }
QListWidget[kind="nav"]::item { padding: 0 8px; border-radius: 6px; color: @text@; }
QListWidget[kind="nav"]::item:hover { background: @hover@; }
QListWidget[kind="nav"]::item:selected { background: @accentTint@; color: @accent@; }
QRadioButton { color: @text@; spacing: 8px; }
QFrame#toast, QFrame#palette { background: @raised@; border: 1px solid @border@; border-radius: 8px; }
)";

QString hex(const QColor& c) {
  return QStringLiteral("rgba(%1,%2,%3,%4)").arg(c.red()).arg(c.green()).arg(c.blue()).arg(c.alpha());
}

QColor mix(const QColor& over, const QColor& under, double strength) {
  const auto part = [&](int a, int b) { return static_cast<int>(a * strength + b * (1 - strength)); };
  return QColor(part(over.red(), under.red()), part(over.green(), under.green()),
                part(over.blue(), under.blue()));
}

}  // namespace

bool isDark() { return QGuiApplication::palette().color(QPalette::Window).lightness() < 128; }

QColor colorOf(Role role, bool dark) {
  const Pair& pair = kRoles[static_cast<std::size_t>(role)];
  return QColor::fromRgb(dark ? pair.dark : pair.light);
}

QColor colorOf(Role role) { return colorOf(role, isDark()); }

QColor colorOf(models::Tone tone) {
  using models::Tone;
  switch (tone) {
    case Tone::Ok: return colorOf(Role::Ok);
    case Tone::Warning: return colorOf(Role::Warning);
    case Tone::Danger: return colorOf(Role::Danger);
    case Tone::Info: return colorOf(Role::Info);
    case Tone::Accent: return colorOf(Role::Accent);
    case Tone::Muted: return colorOf(Role::Muted);
    case Tone::None: break;
  }
  return colorOf(Role::Text);
}

QColor seriesColor(int index) {
  const Pair& pair = kSeries[static_cast<std::size_t>(index < 0 ? 7 : index) % kSeries.size()];
  return QColor::fromRgb(isDark() ? pair.dark : pair.light);
}

QColor tint(const QColor& color, double strength) { return mix(color, colorOf(Role::Surface), strength); }

QFont fontOf(Type type) {
  QFont font = QGuiApplication::font();
  switch (type) {
    case Type::Caption: font.setPixelSize(11); break;
    case Type::Body: font.setPixelSize(13); break;
    case Type::BodyStrong:
      font.setPixelSize(13);
      font.setWeight(QFont::DemiBold);
      break;
    case Type::Section:
      font.setPixelSize(15);
      font.setWeight(QFont::DemiBold);
      break;
    case Type::Title:
      font.setPixelSize(20);
      font.setWeight(QFont::DemiBold);
      break;
    case Type::Headline:
      font.setPixelSize(28);
      font.setWeight(QFont::DemiBold);
      break;
    case Type::Mono:
      font = QFontDatabase::systemFont(QFontDatabase::FixedFont);
      font.setPixelSize(12);
      break;
  }
  return font;
}

static bool& motionReduced() {
  static bool on = false;
  return on;
}

int motionMs() { return motionReduced() ? 0 : 150; }
bool reducedMotion() { return motionReduced(); }

void setReducedMotion(bool on) {
  motionReduced() = on;
  for (const Qt::UIEffect effect : {Qt::UI_AnimateMenu, Qt::UI_AnimateCombo, Qt::UI_AnimateTooltip,
                                    Qt::UI_AnimateToolBox, Qt::UI_FadeMenu, Qt::UI_FadeTooltip}) {
    QApplication::setEffectEnabled(effect, !on);
  }
}

QString iconNameOf(models::Tone tone) {
  using models::Tone;
  switch (tone) {
    case Tone::Ok: return QStringLiteral("ok");
    case Tone::Warning: return QStringLiteral("warning");
    case Tone::Danger: return QStringLiteral("danger");
    case Tone::Info: return QStringLiteral("progress");
    case Tone::Accent: return QStringLiteral("tag");
    case Tone::Muted:
    case Tone::None: break;
  }
  return QStringLiteral("muted");
}

QString styleSheetOf(bool dark) {
  const auto c = [dark](Role role) { return colorOf(role, dark); };
  const QColor surface = c(Role::Surface);
  const std::pair<const char*, QColor> names[] = {
      {"@background@", c(Role::Background)},
      {"@surface@", surface},
      {"@raised@", c(Role::Raised)},
      {"@border@", c(Role::Border)},
      {"@text@", c(Role::Text)},
      {"@muted@", c(Role::Muted)},
      {"@accent@", c(Role::Accent)},
      {"@onAccent@", c(Role::OnAccent)},
      {"@danger@", c(Role::Danger)},
      {"@accentHover@", mix(c(Role::Text), c(Role::Accent), 0.12)},
      {"@accentTint@", mix(c(Role::Accent), surface, dark ? 0.20 : 0.12)},
      {"@selection@", mix(c(Role::Accent), surface, dark ? 0.22 : 0.12)},
      {"@hover@", mix(c(Role::Muted), surface, dark ? 0.16 : 0.09)},
      {"@controlEdge@", mix(c(Role::Muted), c(Role::Border), 0.7)},
      {"@control@", mix(c(Role::Muted), c(Role::Border), 0.25)},
      {"@scroll@", mix(c(Role::Muted), surface, 0.4)},
      {"@disabled@", mix(c(Role::Muted), surface, 0.65)},
  };
  QString sheet = QLatin1String(kSheet);
  for (const auto& [name, color] : names) sheet.replace(QLatin1String(name), hex(color));
  return sheet.replace(QLatin1String("$tone"), dark ? QLatin1String("dark") : QLatin1String("light"));
}

}  // namespace aerie::widgets
