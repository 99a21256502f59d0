#include "app/pages/settings_page.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QSpinBox>
#include <QTabBar>
#include <QTabWidget>
#include <QVBoxLayout>
#include <algorithm>

#include "app/models/preferences.h"
#include "app/pages/context_dot.h"
#include "app/pages/key_editor.h"
#include "app/pages/profile_dialog.h"
#include "app/presenters/contexts_presenter.h"
#include "app/widgets/card.h"
#include "app/widgets/confirm_sheet.h"
#include "app/widgets/tokens.h"

namespace aerie::pages {

using namespace widgets;
using models::Preferences;
using rpc::Profile;

namespace {

constexpr int kCardWidth = 700;
constexpr int kFieldWidth = 260;
constexpr int kHintWidth = 420;
constexpr int kListRow = 44;

QLabel* hint(const QString& text, QWidget* parent) {
  QLabel* label = newLabel(text, "muted", parent);
  label->setWordWrap(true);
  label->setMinimumWidth(kHintWidth);
  return label;
}

QFormLayout* newForm(Card* card) {
  auto* form = new QFormLayout();
  form->setHorizontalSpacing(kGapXl);
  form->setVerticalSpacing(kGapM);
  form->setLabelAlignment(Qt::AlignLeft | Qt::AlignVCenter);
  form->setFieldGrowthPolicy(QFormLayout::FieldsStayAtSizeHint);
  card->body()->addLayout(form);
  return form;
}

// The fields of all forms begin in one line.
void alignForms(const QList<QFormLayout*>& forms) {
  QList<QWidget*> labels;
  for (const QFormLayout* form : forms) {
    for (int row = 0; row < form->rowCount(); ++row) {
      const QLayoutItem* item = form->itemAt(row, QFormLayout::LabelRole);
      if (item && item->widget()) labels.append(item->widget());
    }
  }
  int widest = 0;
  for (const QWidget* label : labels) widest = std::max(widest, label->sizeHint().width());
  for (QWidget* label : labels) label->setMinimumWidth(widest);
}

}  // namespace

SettingsPage::SettingsPage(Preferences& preferences, presenters::ContextsPresenter& contexts,
                           const QList<Language>& languages, CommandRegistry& commands, QWidget* parent)
    : Page(QStringLiteral("settings"), tr("Settings"), QStringLiteral("settings"), parent),
      preferences_(preferences),
      contexts_(contexts) {
  setSummary(tr("Every change counts at once"));
  tabs_ = new QTabWidget(this);
  tabs_->setObjectName(QStringLiteral("settings.tabs"));
  tabs_->setAccessibleName(tr("Settings"));
  tabs_->setDocumentMode(true);
  tabs_->tabBar()->setDrawBase(false);
  tabs_->addTab(buildGeneral(languages), tr("General"));
  tabs_->addTab(buildContexts(), tr("Contexts"));
  auto* keys = new QWidget(this);
  auto* below = new QVBoxLayout(keys);
  below->setContentsMargins(0, kGapM, 0, 0);
  auto* card = new Card({}, keys);
  card->setFlush();
  card->body()->addWidget(new KeyEditor(commands, card));
  below->addWidget(card);
  tabs_->addTab(keys, tr("Keys"));
  body()->addWidget(tabs_, 1);
  connect(&contexts_.store(), &models::ProfileStore::changed, this, &SettingsPage::refreshContexts);
  connect(&contexts_, &presenters::ContextsPresenter::activeChanged, this, &SettingsPage::refreshContexts);
  connect(&contexts_, &presenters::ContextsPresenter::simulationChanged, this,
          &SettingsPage::refreshContexts);
  refreshContexts();
}

void SettingsPage::setOnline(bool, const QString&) { Page::setOnline(true, {}); }

QWidget* SettingsPage::buildGeneral(const QList<Language>& languages) {
  auto* box = new QWidget(this);
  auto* column = new QVBoxLayout(box);
  column->setContentsMargins(0, kGapM, 0, 0);
  column->setSpacing(kGapL);

  auto* look = new Card(tr("Look"), box);
  QFormLayout* form = newForm(look);
  auto* theme = new QComboBox(look);
  theme->setObjectName(QStringLiteral("settings.theme"));
  theme->setAccessibleName(tr("Theme"));
  theme->addItem(tr("As the system"), static_cast<int>(Preferences::Look::System));
  theme->addItem(tr("Light"), static_cast<int>(Preferences::Look::Light));
  theme->addItem(tr("Dark"), static_cast<int>(Preferences::Look::Dark));
  theme->setFixedWidth(kFieldWidth);
  const auto showLook = [this, theme] {
    theme->setCurrentIndex(theme->findData(static_cast<int>(preferences_.look())));
  };
  showLook();
  connect(&preferences_, &Preferences::lookChanged, theme, showLook);
  connect(theme, &QComboBox::activated, this, [this, theme] {
    preferences_.setLook(static_cast<Preferences::Look>(theme->currentData().toInt()));
  });
  form->addRow(tr("Theme"), theme);
  auto* language = new QComboBox(look);
  language->setObjectName(QStringLiteral("settings.language"));
  language->setAccessibleName(tr("Language"));
  for (const Language& l : languages) language->addItem(l.title, l.name);
  language->setFixedWidth(kFieldWidth);
  language->setCurrentIndex(std::max(0, language->findData(preferences_.language())));
  connect(language, &QComboBox::activated, this,
          [this, language] { preferences_.setLanguage(language->currentData().toString()); });
  form->addRow(tr("Language"), language);
  const auto checkBox = [](QWidget* parent, const char* name, const QString& text, bool on) {
    auto* check = new QCheckBox(text, parent);
    check->setObjectName(QLatin1String(name));
    check->setAccessibleName(text);
    check->setChecked(on);
    return check;
  };
  auto* motion = checkBox(look, "settings.motion", tr("Reduce motion: nothing slides or spins"),
                          preferences_.reducedMotion());
  connect(motion, &QCheckBox::toggled, &preferences_, &Preferences::setReducedMotion);
  form->addRow(QString(), motion);
  column->addWidget(look);

  auto* ways = new Card(tr("Behaviour"), box);
  QFormLayout* above = form;
  form = newForm(ways);
  auto* ask = checkBox(ways, "settings.ask", tr("Ask before ordinary changes, such as a restart"),
                       preferences_.askOrdinary());
  connect(ask, &QCheckBox::toggled, &preferences_, &Preferences::setAskOrdinary);
  form->addRow(tr("Confirmations"), ask);
  form->addRow(QString(),
               hint(tr("What destroys something, and every change in production, is asked always."), ways));
  auto* simulation = checkBox(ways, "settings.simulation", tr("Start the local simulation with the window"),
                              preferences_.autoSimulation());
  connect(simulation, &QCheckBox::toggled, &preferences_, &Preferences::setAutoSimulation);
  form->addRow(tr("Simulation"), simulation);
  auto* lines = new QSpinBox(ways);
  lines->setObjectName(QStringLiteral("settings.logLines"));
  lines->setAccessibleName(tr("Lines that the log keeps"));
  lines->setRange(Preferences::kMinLogLines, Preferences::kMaxLogLines);
  lines->setSingleStep(Preferences::kMinLogLines);
  lines->setGroupSeparatorShown(true);
  lines->setValue(preferences_.logLines());
  lines->setFixedWidth(kFieldWidth / 2);
  connect(lines, &QSpinBox::valueChanged, &preferences_, &Preferences::setLogLines);
  form->addRow(tr("Lines in the log"), lines);
  alignForms({above, form});
  column->addWidget(ways);
  column->addStretch(1);
  for (Card* card : {look, ways}) card->setMaximumWidth(kCardWidth);
  return box;
}

QWidget* SettingsPage::buildContexts() {
  auto* box = new QWidget(this);
  auto* column = new QVBoxLayout(box);
  column->setContentsMargins(0, kGapM, 0, 0);
  auto* card = new Card(tr("What this desktop can show and control"), box);
  list_ = new QListWidget(card);
  list_->setObjectName(QStringLiteral("settings.contexts"));
  list_->setAccessibleName(tr("Contexts"));
  list_->setProperty("kind", QStringLiteral("nav"));
  card->body()->addWidget(list_, 1);
  auto* row = new QHBoxLayout();
  row->setSpacing(kGapS);
  const auto button = [card, row](const QString& text, const char* name, const char* kind) {
    auto* b = new QPushButton(text, card);
    b->setObjectName(QLatin1String(name));
    b->setAccessibleName(text);
    b->setProperty("kind", QLatin1String(kind));
    row->addWidget(b);
    return b;
  };
  auto* add = button(tr("Add a control plane..."), "contexts.add", "primary");
  edit_ = button(tr("Edit..."), "contexts.edit", "");
  remove_ = button(tr("Remove..."), "contexts.remove", "");
  row->addStretch(1);
  open_ = button(tr("Open"), "contexts.open", "");
  card->body()->addLayout(row);
  card->body()->addWidget(
      hint(tr("Tokens are read from files that only you can read, and are never shown or stored. Removing a "
              "context forgets how to reach it; nothing happens to the control plane."),
           card));
  column->addWidget(card, 1);
  connect(add, &QPushButton::clicked, this, &SettingsPage::addProfile);
  connect(edit_, &QPushButton::clicked, this, [this] { editProfile(selectedProfile()); });
  connect(remove_, &QPushButton::clicked, this, &SettingsPage::removeProfile);
  connect(open_, &QPushButton::clicked, this, [this] { Q_EMIT profileChosen(selectedProfile()); });
  connect(list_, &QListWidget::itemActivated, this, [this] { Q_EMIT profileChosen(selectedProfile()); });
  connect(list_, &QListWidget::currentItemChanged, this, [this] {
    const bool remote =
        contexts_.store().find(selectedProfile()) && !contexts_.store().find(selectedProfile())->simulation;
    edit_->setEnabled(remote);
    remove_->setEnabled(remote);
    open_->setEnabled(!selectedProfile().isEmpty());
  });
  return box;
}

QString SettingsPage::selectedProfile() const {
  const QListWidgetItem* item = list_->currentItem();
  return item ? item->data(Qt::UserRole).toString() : QString();
}

void SettingsPage::refreshContexts() {
  const QString selected = selectedProfile();
  list_->clear();
  for (const Profile& p : contexts_.store().profiles()) {
    QString line = p.simulation ? tr("%1: %2").arg(p.name, contexts_.simulationWord())
                                : tr("%1: %2, %3").arg(p.name, p.address, contextKind(p.kind));
    if (p.id == contexts_.active().id) line = tr("%1 (open)").arg(line);
    auto* item = new QListWidgetItem(contextDot(p), line, list_);
    item->setData(Qt::UserRole, p.id);
    item->setSizeHint({0, kListRow});
    if (p.id == selected) list_->setCurrentItem(item);
  }
  if (!list_->currentItem()) list_->setCurrentRow(0);
}

void SettingsPage::showTab(const QString& name) {
  const QStringList names{QStringLiteral("general"), QStringLiteral("contexts"), QStringLiteral("keys")};
  tabs_->setCurrentIndex(std::max<int>(0, static_cast<int>(names.indexOf(name))));
}

QStringList SettingsPage::views() const { return {QStringLiteral("contexts"), QStringLiteral("keys")}; }

void SettingsPage::addProfile() {
  showTab(QStringLiteral("contexts"));
  editProfile({});
}

void SettingsPage::editProfile(const QString& id) {
  const Profile* known = contexts_.store().find(id);
  auto* dialog = new ProfileDialog(contexts_, known ? *known : Profile(), this);
  connect(dialog, &ProfileDialog::saved, this, [this, fresh = !known](const QString& saved) {
    if (fresh || saved == contexts_.active().id) Q_EMIT profileChosen(saved);
  });
  dialog->open();
}

void SettingsPage::removeProfile() {
  const Profile* p = contexts_.store().find(selectedProfile());
  if (!p || p->simulation) return;
  ConfirmSheet::ask(this,
                    {tr("Remove the context \"%1\"?").arg(p->name),
                     tr("This desktop forgets how to reach it. Nothing happens to the control plane."),
                     {p->name},
                     tr("Remove context"),
                     true},
                    [this, id = p->id] { contexts_.store().remove(id); });
}

}  // namespace aerie::pages
