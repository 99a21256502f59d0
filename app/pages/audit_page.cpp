#include "app/pages/audit_page.h"

#include <QComboBox>
#include <QFileDialog>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QSaveFile>
#include <QScrollArea>
#include <QSplitter>
#include <QVBoxLayout>

#include "app/models/control_words.h"
#include "app/models/when.h"
#include "app/presenters/audit_presenter.h"
#include "app/widgets/card.h"
#include "app/widgets/filter_table.h"
#include "app/widgets/status_chip.h"
#include "app/widgets/tokens.h"

namespace aerie::pages {

using namespace widgets;

namespace {
constexpr int kDetailsWidth = 340;
constexpr int kTableWidth = 760;
}  // namespace

AuditPage::AuditPage(presenters::AuditPresenter& presenter, CommandRegistry& commands, QWidget* parent)
    : Page(QStringLiteral("audit"), tr("Audit"), QStringLiteral("audit"), parent), presenter_(presenter) {
  chain_ = new StatusChip(this);
  chain_->setObjectName(QStringLiteral("audit.chain"));
  chain_->hide();
  titleRow()->addWidget(chain_);
  more_ = addCommand(commands,
                     {QStringLiteral("audit.more"),
                      tr("Load Older"),
                      tr("Ask for four times as many entries"),
                      QStringLiteral("refresh"),
                      {},
                      [this] { presenter_.loadMore(); }},
                     "");
  export_ = addCommand(
      commands,
      {QStringLiteral("audit.export"), tr("Export CSV..."), tr("Write the entries that are shown to a file"),
       QStringLiteral("download"), QKeySequence(Qt::CTRL | Qt::Key_E), [this] { askForFile(); }},
      "");
  auto* split = new QSplitter(body()->parentWidget());
  body()->addWidget(split, 1);
  split->setChildrenCollapsible(false);
  split->setHandleWidth(kGapM);
  auto* list = new Card(tr("Entries"), split);
  list->setFlush();
  actor_ = new QComboBox(list);
  actor_->setObjectName(QStringLiteral("audit.actor"));
  actor_->setAccessibleName(tr("Whose entries are shown"));
  action_ = new QComboBox(list);
  action_->setObjectName(QStringLiteral("audit.action"));
  action_->setAccessibleName(tr("Which kind of action is shown"));
  for (QComboBox* combo : {actor_, action_}) {
    combo->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    connect(combo, &QComboBox::activated, this, [this] {
      presenter_.setFilter(actor_->currentData().toString(), action_->currentData().toString());
    });
  }
  table_ = new FilterTable(QStringLiteral("audit.entries"),
                           {tr("Audit entries"),
                            tr("Search entries"),
                            tr("Nothing was changed yet"),
                            tr("Every change is recorded here, with who made it."),
                            {}},
                           presenter.entries(), list);
  table_->sortBy(0, Qt::DescendingOrder);
  table_->setStrongColumn(3);
  list->tools()->addWidget(actor_);
  list->tools()->addWidget(action_);
  list->body()->addWidget(table_);
  buildDetails(split);
  split->setSizes({kTableWidth, kDetailsWidth});
  connect(&presenter_, &presenters::AuditPresenter::changed, this, &AuditPage::refresh);
  connect(table_, &FilterTable::currentKeyChanged, this, &AuditPage::showDetails);
  refresh();
}

void AuditPage::buildDetails(QWidget* parent) {
  auto* card = new Card(tr("Entry"), parent);
  auto* inner = new QWidget(card);
  inner->setObjectName(QStringLiteral("scrollBody"));
  auto* column = new QVBoxLayout(inner);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(kGapS);
  auto* facts = new QFormLayout();
  facts->setHorizontalSpacing(kGapL);
  facts->setVerticalSpacing(kGap);
  const auto fact = [inner, facts](const QString& name) {
    QLabel* value = newLabel({}, "body", inner);
    value->setTextInteractionFlags(Qt::TextSelectableByMouse);
    value->setTextFormat(Qt::PlainText);
    value->setWordWrap(true);
    facts->addRow(newLabel(name, "muted", inner), value);
    return value;
  };
  number_ = fact(tr("Number"));
  who_ = fact(tr("Actor"));
  who_->setObjectName(QStringLiteral("audit.who"));
  what_ = fact(tr("Action"));
  subject_ = fact(tr("Subject"));
  when_ = fact(tr("Time"));
  detail_ = newLabel({}, "body", inner);
  detail_->setObjectName(QStringLiteral("audit.detail"));
  hash_ = newLabel({}, "muted", inner);
  hash_->setFont(fontOf(Type::Mono));
  for (QLabel* label : {detail_, hash_}) {
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    label->setTextFormat(Qt::PlainText);
  }
  column->addLayout(facts);
  column->addSpacing(kGapS);
  auto* hashTitle = newLabel(tr("Hash (SHA-256 over this entry and the hash before)"), "caption", inner);
  hashTitle->setWordWrap(true);
  column->addWidget(newLabel(tr("What changed"), "caption", inner));
  column->addWidget(detail_);
  column->addSpacing(kGapS);
  column->addWidget(hashTitle);
  column->addWidget(hash_);
  column->addStretch(1);
  auto* scroll = new QScrollArea(card);
  scroll->setWidgetResizable(true);
  scroll->setFrameShape(QFrame::NoFrame);
  scroll->setFocusPolicy(Qt::NoFocus);
  scroll->setWidget(inner);
  card->body()->addWidget(scroll);
}

void AuditPage::focusSearch() { table_->focusSearch(); }

void AuditPage::setShown(bool shown) { presenter_.setShown(shown); }

void AuditPage::fillCombo(QComboBox* combo, const QString& all, const QStringList& values) {
  QStringList now;
  for (int i = 1; i < combo->count(); ++i) now.append(combo->itemData(i).toString());
  if (combo->count() > 0 && now == values) return;
  const QString chosen = combo->currentData().toString();
  combo->clear();
  combo->addItem(all, QString());
  for (const QString& value : values) combo->addItem(value, value);
  combo->setCurrentIndex(std::max(0, combo->findData(chosen)));
}

void AuditPage::refresh() {
  table_->setLoading(!presenter_.loaded());
  fillCombo(actor_, tr("All actors"), presenter_.actors());
  fillCombo(action_, tr("All actions"), presenter_.actions());
  const auto& chain = presenter_.chain();
  chain_->setVisible(chain.tone != models::Tone::None);
  chain_->setState(chain.tone, chain.text);
  chain_->setToolTip(
      tr("Each entry's hash covers the hash of the entry before: a changed, removed or inserted "
         "entry would show. Checked here over the loaded entries."));
  setSummary(presenter_.loaded() ? tr("%Ln change(s)", nullptr, presenter_.entries()->rowCount())
                                 : QString());
  allow(more_, presenter_.mayHaveMore(), tr("All entries are loaded"));
  allow(export_, presenter_.entries()->rowCount() > 0, tr("There is nothing to export"));
  if (presenter_.problem() != shownProblem_) {
    shownProblem_ = presenter_.problem();
    if (!shownProblem_.isEmpty()) showFailure(tr("The audit log could not be read"), shownProblem_);
  }
  if (table_->currentKey().isEmpty() && table_->view()->model()->rowCount() > 0) table_->view()->selectRow(0);
  showDetails();
}

void AuditPage::showDetails() {
  const rpc::AuditEntry* e = presenter_.find(table_->currentKey());
  if (!e) {
    for (QLabel* label : {number_, who_, what_, subject_, when_, hash_}) label->clear();
    detail_->setText(tr("Choose an entry to see all of it."));
    return;
  }
  number_->setText(QLocale().toString(e->sequence));
  who_->setText(e->actor);
  what_->setText(e->action);
  subject_->setText(e->subject);
  when_->setText(models::timeText(e->timeMs, models::Fine::Millis));
  detail_->setText(e->detail.isEmpty() ? tr("(no detail)") : models::actionDetail(e->action, e->detail));
  QString hash = e->hash;
  for (int at = 16; at < hash.size(); at += 17) hash.insert(at, QLatin1Char(' '));  // so that it wraps
  hash_->setText(hash);
}

void AuditPage::askForFile() {
  auto* dialog = new QFileDialog(this, tr("Export the audit log"));
  dialog->setAttribute(Qt::WA_DeleteOnClose);
  dialog->setAcceptMode(QFileDialog::AcceptSave);
  dialog->setDefaultSuffix(QStringLiteral("csv"));
  dialog->setNameFilter(tr("Comma-separated values (*.csv)"));
  dialog->selectFile(QStringLiteral("aerie-audit.csv"));
  connect(dialog, &QFileDialog::fileSelected, this, &AuditPage::exportTo);
  dialog->open();
}

bool AuditPage::exportTo(const QString& path) {
  QSaveFile file(path);
  const QByteArray bytes = presenter_.csv().toUtf8();
  if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.commit()) {
    showFailure(tr("The audit log was not exported"),
                tr("%1: %2. Choose another place.").arg(path, file.errorString()));
    return false;
  }
  Q_EMIT goodNews(tr("Exported %Ln entries to %1", nullptr, presenter_.entries()->rowCount()).arg(path));
  return true;
}

}  // namespace aerie::pages
