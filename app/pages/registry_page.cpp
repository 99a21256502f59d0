#include "app/pages/registry_page.h"

#include <QClipboard>
#include <QFileDialog>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QPushButton>
#include <QSplitter>
#include <QTableView>
#include <QToolButton>
#include <QVBoxLayout>
#include <utility>

#include "app/pages/build_dialog.h"
#include "app/pages/compare_dialog.h"
#include "app/pages/config_dialog.h"
#include "app/pages/promote_dialog.h"
#include "app/pages/register_dialog.h"
#include "app/pages/version_details.h"
#include "app/presenters/registry_presenter.h"
#include "app/widgets/card.h"
#include "app/widgets/confirm_sheet.h"
#include "app/widgets/drop_zone.h"
#include "app/widgets/filter_table.h"
#include "app/widgets/icons.h"
#include "app/widgets/tokens.h"
#include "app/widgets/wrap_layout.h"

namespace aerie::pages {

using namespace widgets;
using presenters::RegistryPresenter;

namespace {
constexpr const char* kSuffix = ".aerie";
}

RegistryPage::RegistryPage(RegistryPresenter& presenter, CommandRegistry& commands, QWidget* parent)
    : Page(QStringLiteral("registry"), tr("Registry"), QStringLiteral("registry"), parent),
      presenter_(presenter) {
  addCommands(commands);
  buildTables();
  connect(&presenter_, &RegistryPresenter::modelSelected, this,
          [this] { models_->setCurrentKey(presenter_.selectedModel()); });
  connect(&presenter_, &RegistryPresenter::detailsChanged, this, &RegistryPage::refresh);
  connect(&presenter_, &RegistryPresenter::failed, this, &Page::showFailure);
  connect(&presenter_, &RegistryPresenter::succeeded, this, &Page::goodNews);
  connect(&presenter_, &RegistryPresenter::registered, this,
          [this](const QString& model, const QString& version) {
            presenter_.selectModel(model);
            presenter_.selectVersion(version);
          });
  connect(&presenter_.configs(), &presenters::ConfigPresenter::built, this, [this](const QString& path) {
    if (!std::exchange(registerBuilt_, false)) return;
    if (editor_) editor_->accept();
    checkFiles({path});
  });
  connect(&presenter_.configs(), &presenters::ConfigPresenter::failed, this,
          [this](const QString& headline, const QString& detail) {
            registerBuilt_ = false;
            if (!editor_) showFailure(headline, detail);
          });
  connect(details_, &VersionDetails::copyWanted, this, [this](const QString& what, const QString& text) {
    QGuiApplication::clipboard()->setText(text);
    Q_EMIT goodNews(tr("%1 copied").arg(what));
  });
  connect(details_, &VersionDetails::graphActivated, configs_, &QAction::trigger);
  auto* drop = new DropZone(this, tr("Drop to check and register"));
  connect(drop, &DropZone::dropped, this, &RegistryPage::checkFiles);
  refresh();
}

void RegistryPage::addCommands(CommandRegistry& commands) {
  register_ = addCommand(
      commands,
      {QStringLiteral("registry.register"), tr("Register..."), tr("Upload a bundle as a new model version"),
       QStringLiteral("upload"), QKeySequence(Qt::CTRL | Qt::Key_N), [this] { chooseFile(); }},
      "primary");
  promote_ = addCommand(commands, {QStringLiteral("registry.promote"), tr("Promote..."),
                                   tr("Move a stage to the selected version"), QStringLiteral("promote"),
                                   QKeySequence(Qt::CTRL | Qt::Key_P), [this] { promote(); }});
  compare_ = addCommand(
      commands, {QStringLiteral("registry.compare"), tr("Compare..."),
                 tr("Two versions side by side: metrics, self-test, configs"), QStringLiteral("compare"),
                 QKeySequence(Qt::CTRL | Qt::Key_D), [this] { compare(); }});
  configs_ = addCommand(commands,
                        {QStringLiteral("registry.configs"), tr("Edit Configs..."),
                         tr("Feature locations and preprocessing, with their graph"), QStringLiteral("edit"),
                         QKeySequence(Qt::CTRL | Qt::Key_E), [this] { editConfigs(); }});
  deploy_ = addCommand(commands, {QStringLiteral("registry.deploy"), tr("Deploy..."),
                                  tr("Give the selected version an endpoint"), QStringLiteral("deployments"),
                                  QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_D), [this] {
                                    if (const auto version = presenter_.details())
                                      Q_EMIT objectWanted(QStringLiteral("deploy"), version->id());
                                  }});
  copy_ = addCommand(commands,
                     {QStringLiteral("registry.copy_digest"), tr("Copy Digest"),
                      tr("Put the digest of the selected version on the clipboard"), QStringLiteral("copy"),
                      QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_C), [this] { copyDigest(); }});
  download_ = addCommand(commands, {QStringLiteral("registry.download"), tr("Download..."),
                                    tr("Save the selected version's bundle"), QStringLiteral("download"),
                                    QKeySequence(Qt::CTRL | Qt::Key_S), [this] { download(); }});
  archive_ =
      addCommand(commands, {QStringLiteral("registry.archive"), tr("Archive..."),
                            tr("Take the selected version out of use, or back"), QStringLiteral("archive"),
                            QKeySequence(Qt::Key_Delete), [this] { toggleArchived(); }});
}

void RegistryPage::buildTables() {
  auto* split = new QSplitter(Qt::Horizontal, body()->parentWidget());
  body()->addWidget(split, 1);
  split->setObjectName(QStringLiteral("registry.split"));
  split->setHandleWidth(kGapM);
  split->setChildrenCollapsible(false);
  auto* modelsCard = new Card(tr("Models"), split);
  versionsCard_ = new Card(tr("Versions"), split);
  detailsCard_ = new Card({}, split);
  models_ = new FilterTable(
      QStringLiteral("registry.models"),
      {tr("Models"), tr("Search models"), tr("No model yet"),
       tr("Register a bundle: drop a .aerie file here or choose one."), tr("Register a bundle")},
      presenter_.models(), modelsCard);
  versions_ = new FilterTable(
      QStringLiteral("registry.versions"),
      {tr("Versions"), tr("Search versions"), tr("No version"), tr("Choose a model on the left."), {}},
      presenter_.versions(), versionsCard_);
  versions_->sortBy(0, Qt::DescendingOrder);
  details_ = new VersionDetails(detailsCard_);

  modelsCard->setFlush();
  modelsCard->body()->addWidget(models_);
  versionsCard_->setFlush();
  versionsCard_->body()->addWidget(versions_);
  versionsCard_->tools()->addWidget(CommandRegistry::buttonFor(compare_, "flat", versionsCard_));
  detailsCard_->body()->setContentsMargins(kGapM, kGapM, kGapM, kGapM);
  auto* actions = new WrapLayout(kGapS);
  actions->addWidget(CommandRegistry::buttonFor(promote_, "", detailsCard_));
  actions->addWidget(CommandRegistry::buttonFor(deploy_, "", detailsCard_));
  actions->addWidget(CommandRegistry::buttonFor(archive_, "", detailsCard_));
  actions->addWidget(CommandRegistry::buttonFor(configs_, "", detailsCard_));
  actions->addWidget(newMoreButton());
  detailsCard_->body()->addLayout(actions);
  detailsCard_->body()->addWidget(details_, 1);

  split->setStretchFactor(0, 20);
  split->setStretchFactor(1, 32);
  split->setStretchFactor(2, 48);
  split->setSizes({247, 350, 493});

  connect(models_, &FilterTable::currentKeyChanged, this, [this](const QString& key) {
    if (!key.isEmpty()) presenter_.selectModel(key);
  });
  connect(versions_, &FilterTable::currentKeyChanged, this, [this](const QString& key) {
    const auto at = key.lastIndexOf(QLatin1Char('@'));
    if (at > 0) presenter_.selectVersion(key.mid(at + 1));
  });
  connect(models_, &FilterTable::emptyActionClicked, this, [this] { register_->trigger(); });
}

// What is wanted less often.
QToolButton* RegistryPage::newMoreButton() {
  auto* more = new QToolButton(this);
  more->setObjectName(QStringLiteral("registry.more"));
  more->setIcon(iconOf(QStringLiteral("menu")));
  more->setAccessibleName(tr("More actions of the version"));
  more->setToolTip(more->accessibleName());
  more->setPopupMode(QToolButton::InstantPopup);
  more->addActions({download_, copy_});
  return more;
}

void RegistryPage::focusSearch() { models_->focusSearch(); }

void RegistryPage::refresh() {
  const bool loading = !presenter_.world().complete();
  models_->setLoading(loading);
  versions_->setLoading(loading);
  models_->setCurrentKey(presenter_.selectedModel());
  const auto version = presenter_.details();
  if (version) versions_->setCurrentKey(version->id());
  details_->show(version, presenter_.configsLoaded(),
                 version ? presenter_.signatureState(*version) : QString(), presenter_.graph());
  versionsCard_->setNote(presenter_.selectedModel());

  // With nothing registered there is one thing to do; the other columns would only be in its way.
  const bool any = loading || !presenter_.world().models().isEmpty();
  versionsCard_->setVisible(any);
  detailsCard_->setVisible(any);

  int count = 0;
  for (const rpc::Model& m : presenter_.world().models()) count += static_cast<int>(m.versions.size());
  setSummary(loading || !any ? QString()
                             : tr("%1, %2").arg(tr("%n model(s)", nullptr,
                                                   static_cast<int>(presenter_.world().models().size())),
                                                tr("%n version(s)", nullptr, count)));
  const QString none = tr("Select a version first");
  const bool archived = version && version->archived;
  allow(promote_, version && !archived,
        archived ? tr("An archived version cannot be promoted; restore it first") : none);
  allow(deploy_, version && !archived,
        archived ? tr("An archived version cannot be deployed; restore it first") : none);
  allow(download_, version.has_value(), none);
  allow(copy_, version.has_value(), none);
  allow(configs_, version && presenter_.configsLoaded(), version ? tr("The configs are being loaded") : none);
  const rpc::Model* model = presenter_.world().model(presenter_.selectedModel());
  allow(compare_, model && model->versions.size() > 1,
        model ? tr("The model has one version only") : tr("Select a model first"));
  allow(archive_, version && version->stages.isEmpty(),
        version ? tr("A version that holds a stage cannot be archived; promote another one first") : none);
  archive_->setText(archived ? tr("Restore") : tr("Archive..."));
}

void RegistryPage::chooseFile() {
  auto* dialog = new QFileDialog(this, tr("Register a bundle"), {},
                                 tr("Aerie bundles (*%1)").arg(QLatin1String(kSuffix)));
  dialog->setAttribute(Qt::WA_DeleteOnClose);
  dialog->setObjectName(QStringLiteral("registerDialog"));
  dialog->setFileMode(QFileDialog::ExistingFiles);
  connect(dialog, &QFileDialog::filesSelected, this, &RegistryPage::checkFiles);
  dialog->open();
}

void RegistryPage::checkFiles(const QStringList& paths) {
  if (!sheet_) {
    presenter_.registration().clearFinished();
    sheet_ = new RegisterDialog(presenter_.registration(), this);
    sheet_->setOnline(online(), presenter_.world().complete() ? whyOffline() : tr("Not connected yet"));
    sheet_->open();
  }
  presenter_.registration().add(paths);
}

void RegistryPage::setOnline(bool now, const QString& why) {
  Page::setOnline(now, why);
  if (sheet_) sheet_->setOnline(now, why);
  if (editor_) editor_->setOnline(now, why);
}

bool RegistryPage::openObject(const QString& kind, const QString& name) {
  if (kind != QLatin1String("model") && kind != QLatin1String("version")) return false;
  const auto at = name.lastIndexOf(QLatin1Char('@'));
  presenter_.selectModel(at > 0 ? name.left(at) : name);
  if (at > 0) presenter_.selectVersion(name.mid(at + 1));
  return true;
}

QStringList RegistryPage::views() const {
  if (!presenter_.details()) return {};
  return {QStringLiteral("features"), QStringLiteral("steps"), QStringLiteral("graph")};
}

void RegistryPage::showView(const QString& view) {
  using Tab = VersionDetails::Tab;
  details_->showTab(view == QLatin1String("features") ? Tab::Features
                    : view == QLatin1String("steps")  ? Tab::Steps
                    : view == QLatin1String("graph")  ? Tab::Graph
                                                      : Tab::Overview);
}

void RegistryPage::compare() {
  const auto version = presenter_.details();
  auto* dialog = new CompareDialog(presenter_.comparison(), presenter_.world(), presenter_.selectedModel(),
                                   {}, version ? version->version : QString(), this);
  dialog->open();
}

void RegistryPage::editConfigs() {
  const auto version = presenter_.details();
  if (!version || !presenter_.configsLoaded()) return;
  presenter_.configs().open(*version);
  editor_ = new ConfigDialog(presenter_.configs(), this);
  editor_->setOnline(online(), whyOffline());
  connect(editor_, &ConfigDialog::buildWanted, this, &RegistryPage::build);
  editor_->open();
}

void RegistryPage::build() {
  auto* dialog = new BuildDialog(presenter_.configs(), editor_ ? static_cast<QWidget*>(editor_) : this);
  connect(dialog, &BuildDialog::confirmed, this,
          [this](const presenters::BuildOrder& order, bool registerIt) {
            registerBuilt_ = registerIt;
            presenter_.configs().build(order);
          });
  dialog->open();
}

void RegistryPage::copyDigest() {
  const auto version = presenter_.details();
  if (!version) return;
  QGuiApplication::clipboard()->setText(version->digest);
  Q_EMIT goodNews(tr("Digest of %1 copied").arg(version->id()));
}

void RegistryPage::promote() {
  const auto version = presenter_.details();
  if (!version) return;
  auto* dialog = new PromoteDialog(presenter_.world(), version->model, version->version, this);
  connect(dialog, &PromoteDialog::confirmed, this,
          [this, model = version->model, v = version->version](const QString& stage) {
            presenter_.promote(model, v, stage);
          });
  dialog->open();
}

void RegistryPage::toggleArchived() {
  const auto version = presenter_.details();
  if (!version) return;
  if (version->archived) {
    presenter_.setArchived(version->model, version->version, false);
    return;
  }
  ConfirmSheet::ask(
      this,
      {tr("Archive this version?"),
       tr("It cannot be deployed or promoted any more. It stays in the registry and can be restored."),
       {version->id()},
       tr("Archive version")},
      [this, model = version->model, v = version->version] { presenter_.setArchived(model, v, true); });
}

void RegistryPage::download() {
  const auto version = presenter_.details();
  if (!version) return;
  auto* dialog =
      new QFileDialog(this, tr("Save bundle"), {}, tr("Aerie bundles (*%1)").arg(QLatin1String(kSuffix)));
  dialog->setAttribute(Qt::WA_DeleteOnClose);
  dialog->setAcceptMode(QFileDialog::AcceptSave);
  dialog->selectFile(QStringLiteral("%1-%2%3").arg(version->model, version->version, QLatin1String(kSuffix)));
  connect(dialog, &QFileDialog::fileSelected, this,
          [this, model = version->model, v = version->version](const QString& path) {
            presenter_.download(model, v, path);
          });
  dialog->open();
}

}  // namespace aerie::pages
