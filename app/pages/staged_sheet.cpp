#include "app/pages/staged_sheet.h"

#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>
#include <algorithm>

#include "app/models/text.h"
#include "app/pages/tab_order.h"
#include "app/presenters/staged_changes.h"
#include "app/widgets/card.h"
#include "app/widgets/confirm_sheet.h"
#include "app/widgets/fitted.h"
#include "app/widgets/tokens.h"

namespace aerie::pages {

using namespace widgets;
using presenters::DiffLine;
using presenters::StagedChange;

namespace {

constexpr int kWidth = 620;
constexpr int kMaxList = 420;

QLabel* cell(const QString& text, const char* kind, QWidget* parent) {
  auto* label = newLabel(text, kind, parent);
  label->setTextInteractionFlags(Qt::TextSelectableByMouse);
  label->setToolTip(text);
  return label;
}

QString movesText(const StagedChange& change) {
  if (!change.affected) return {};
  QString text = *change.affected == 0
                     ? StagedSheet::tr("No key that takes part changes its arm.")
                     : StagedSheet::tr("%Ln of 10,000 buckets move: %1 of the keys get another arm.", nullptr,
                                       static_cast<int>(*change.affected))
                           .arg(models::percentText(*change.affected / 10'000.0));
  if (change.joined > 0) {
    text +=
        QLatin1Char(' ') + StagedSheet::tr("%Ln bucket(s) join.", nullptr, static_cast<int>(change.joined));
  }
  return text;
}

}  // namespace

StagedSheet::StagedSheet(presenters::StagedChanges& staged, QWidget* parent)
    : QDialog(parent), staged_(staged) {
  setObjectName(QStringLiteral("stagedSheet"));
  setAttribute(Qt::WA_DeleteOnClose);
  keepFitted(this, kWidth);
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(kGapXl, kGapXl, kGapXl, kGapL);
  column->setSpacing(kGapM);
  title_ = newLabel({}, "section", this);
  column->addWidget(title_);
  auto* scroll = new QScrollArea(this);
  scroll->setWidgetResizable(true);
  scroll->setAccessibleName(tr("Staged changes"));
  scroll->setFrameShape(QFrame::NoFrame);
  list_ = new QWidget(scroll);
  list_->setObjectName(QStringLiteral("scrollBody"));
  changes_ = new QVBoxLayout(list_);
  changes_->setContentsMargins(0, 0, 0, 0);
  changes_->setSpacing(kGapL);
  scroll->setWidget(list_);
  column->addWidget(scroll, 1);
  auto* effect = newLabel(
      tr("They are sent one after the other; a refusal stops there. Live traffic follows within a second."),
      "muted", this);
  effect->setWordWrap(true);
  column->addWidget(effect);
  if (const QString name = ConfirmSheet::policy().production; !name.isEmpty()) {
    typed_ = new QLineEdit(this);
    typed_->setObjectName(QStringLiteral("typed"));
    typed_->setAccessibleName(tr("This is production: type %1 to confirm").arg(name));
    typed_->setPlaceholderText(typed_->accessibleName());
    column->addWidget(typed_);
    connect(typed_, &QLineEdit::textChanged, this, &StagedSheet::refreshVerb);
  }
  verb_ = new QPushButton(this);
  verb_->setObjectName(QStringLiteral("verb"));
  verb_->setProperty("kind", QStringLiteral("primary"));
  verb_->setAutoDefault(false);
  cancel_ = new QPushButton(tr("Cancel"), this);
  cancel_->setObjectName(QStringLiteral("cancel"));
  cancel_->setAccessibleName(tr("Cancel"));
  cancel_->setDefault(true);
  auto* buttons = new QHBoxLayout();
  buttons->addStretch(1);
  buttons->addWidget(cancel_);
  buttons->addWidget(verb_);
  column->addLayout(buttons);
  connect(cancel_, &QPushButton::clicked, this, &QDialog::reject);
  connect(verb_, &QPushButton::clicked, this, &QDialog::accept);
  connect(&staged_, &presenters::StagedChanges::changed, this, &StagedSheet::fill);
  fill();
  scroll->setMinimumHeight(std::min(kMaxList, list_->sizeHint().height() + kGap));
  cancel_->setFocus();
}

void StagedSheet::fill() {
  const QList<StagedChange> changes = staged_.changes();
  if (changes.isEmpty()) {
    if (isVisible()) reject();
    return;
  }
  while (QLayoutItem* item = changes_->takeAt(0)) {
    if (item->widget()) item->widget()->deleteLater();
    delete item;
  }
  for (const StagedChange& change : changes) {
    auto* block = new QWidget(list_);
    auto* grid = new QGridLayout(block);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(kGapM);
    grid->setVerticalSpacing(kGap);
    grid->setColumnStretch(3, 1);
    int row = 0;
    grid->addWidget(cell(change.title, "strong", block), row, 0, 1, 4);
    auto* drop = new QPushButton(tr("Discard this"), block);
    drop->setProperty("kind", QStringLiteral("link"));
    drop->setAccessibleName(tr("Discard: %1").arg(change.title));
    connect(drop, &QPushButton::clicked, this, [this, id = change.id] { staged_.discard(id); });
    grid->addWidget(drop, row++, 4);
    for (const DiffLine& line : change.lines) {
      grid->addWidget(cell(line.what, "muted", block), row, 0);
      grid->addWidget(cell(line.before.isEmpty() ? tr("nothing") : line.before, "muted", block), row, 1);
      grid->addWidget(cell(QStringLiteral("\u2192"), "muted", block), row, 2);
      grid->addWidget(cell(line.after.isEmpty() ? tr("nothing") : line.after, "strong", block), row++, 3, 1,
                      2);
    }
    if (const QString moves = movesText(change); !moves.isEmpty()) {
      grid->addWidget(cell(moves, "muted", block), row++, 0, 1, 5);
    }
    if (change.outdated) {
      auto* warning =
          newLabel(tr("Somebody changed this since you staged it; it would be refused."), "problem", block);
      auto* again = new QPushButton(tr("Stage it on the new state"), block);
      again->setObjectName(QStringLiteral("restage"));
      again->setProperty("kind", QStringLiteral("link"));
      connect(again, &QPushButton::clicked, &staged_, &presenters::StagedChanges::restage);
      grid->addWidget(warning, row, 0, 1, 4);
      grid->addWidget(again, row++, 4);
    }
    changes_->addWidget(block);
  }
  changes_->addStretch(1);
  const auto n = static_cast<int>(changes.size());
  title_->setText(tr("Apply %n staged change(s)?", nullptr, n));
  verb_->setText(tr("Apply %n change(s)", nullptr, n));
  verb_->setAccessibleName(verb_->text());
  setWindowTitle(verb_->text());
  orderTabsByLayout(this);  // Tab leads from "Cancel" to the verb, and not to a new block's "Discard this"
  refreshVerb();
}

void StagedSheet::refreshVerb() {
  const bool named = !typed_ || typed_->text() == ConfirmSheet::policy().production;
  verb_->setEnabled(named && !staged_.applying() && !staged_.outdated());
  verb_->setToolTip(staged_.outdated() ? tr("Something was changed meanwhile: discard it or stage it again")
                                       : QString());
}

}  // namespace aerie::pages
