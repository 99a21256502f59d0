#include "app/shell/openings.h"

#include <QAbstractButton>
#include <QAction>
#include <QApplication>
#include <QDialog>
#include <QDir>
#include <QDoubleSpinBox>
#include <QFile>
#include <QFileDialog>
#include <QLineEdit>
#include <QMap>
#include <QMenu>
#include <QPlainTextEdit>

#include "app/pages/registry_page.h"
#include "app/shell/main_window.h"

namespace aerie::shell {
namespace {

constexpr int kTries = 8;  // of a step that waits for an answer

bool opensDialog(const QAction& action) {
  return action.text().contains(QLatin1String("...")) || action.text().contains(QChar(0x2026));
}

bool isPlatforms(const QWidget* widget) { return qobject_cast<const QFileDialog*>(widget); }

QWidget* topOver(const MainWindow& window) {
  if (QWidget* popup = QApplication::activePopupWidget()) return popup;
  if (QWidget* modal = QApplication::activeModalWidget(); modal && !isPlatforms(modal)) return modal;
  for (QWidget* widget : QApplication::topLevelWidgets()) {
    const bool other = widget == &window || qobject_cast<MainWindow*>(widget) || isPlatforms(widget);
    if (other || !widget->isVisible()) continue;
    if (qobject_cast<QDialog*>(widget) || widget->windowType() == Qt::Window) return widget;
  }
  return nullptr;
}

QFileDialog* openFileDialog() {
  for (QWidget* widget : QApplication::topLevelWidgets()) {
    if (auto* dialog = qobject_cast<QFileDialog*>(widget); dialog && dialog->isVisible()) return dialog;
  }
  return nullptr;
}

template <class T>
T* visible(const MainWindow& window, const QString& name) {
  const QWidget* top = topOver(window);
  for (const QWidget* place : {top, static_cast<const QWidget*>(&window)}) {
    if (!place) continue;
    for (T* found : place->findChildren<T*>(name)) {
      if (found->isVisible()) return found;
    }
  }
  return nullptr;
}

QString missing(const QString& name) { return QStringLiteral("%1 is not to be seen").arg(name); }

// ---------------------------------------------------------------- steps

OpeningStep show(const QString& page) {
  return [page](MainWindow& window) {
    return window.showPage(page) ? QString() : QStringLiteral("there is no page %1").arg(page);
  };
}

OpeningStep trigger(const QString& command) {
  return [command](MainWindow& window) {
    QAction* action = window.commands().find(command);
    if (!action) return QStringLiteral("there is no command %1").arg(command);
    if (!action->isEnabled()) return action->toolTip().section(QLatin1Char('\n'), -1);
    // Queued: a dialog that runs a loop of its own must not hold this up.
    QMetaObject::invokeMethod(action, &QAction::trigger, Qt::QueuedConnection);
    return QString();
  };
}

OpeningStep click(const QString& button) {
  return [button](MainWindow& window) {
    auto* found = visible<QAbstractButton>(window, button);
    if (!found) return missing(button);
    if (!found->isEnabled()) return found->toolTip().isEmpty() ? missing(button) : found->toolTip();
    QMetaObject::invokeMethod(found, &QAbstractButton::click, Qt::QueuedConnection);
    return QString();
  };
}

OpeningStep type(const QString& field, const QString& text) {
  return [field, text](MainWindow& window) {
    if (auto* line = visible<QLineEdit>(window, field)) {
      line->setText(text);
    } else if (auto* many = visible<QPlainTextEdit>(window, field)) {
      many->appendPlainText(text);
    } else {
      return missing(field);
    }
    return QString();
  };
}

// Another value than the one that is there.
OpeningStep change(const QString& field, double value, double otherwise) {
  return [field, value, otherwise](MainWindow& window) {
    auto* found = visible<QDoubleSpinBox>(window, field);
    if (!found || !found->isEnabled()) return missing(field);
    found->setValue(std::abs(found->value() - value) < 0.01 ? otherwise : value);
    return QString();
  };
}

// The objects that the commands of a page are about: kind and name, as in Page::openObject.
QList<std::pair<QString, QString>> thingsOf(const QString& page, MainWindow& window) {
  QList<std::pair<QString, QString>> out;
  if (page == QLatin1String("registry")) {
    for (const rpc::Model& m : window.world().models()) {
      for (const rpc::ModelVersion& v : m.versions) out.append({QStringLiteral("version"), v.id()});
    }
  } else if (page == QLatin1String("deployments")) {
    for (const rpc::Deployment& d : window.world().deployments())
      out.append({QStringLiteral("deployment"), d.spec.endpoint});
  } else if (page == QLatin1String("experiments")) {
    for (const rpc::Experiment& e : window.world().experiments())
      out.append({QStringLiteral("experiment"), e.name});
  } else if (page == QLatin1String("training")) {
    for (const rpc::TrainingJob& j : window.training().jobsBySubmission())
      out.append({QStringLiteral("training_job"), j.id});
    for (const rpc::TrainingCluster& c : window.training().clusters())
      out.append({QStringLiteral("training_cluster"), c.name});
  }
  return out;
}

// Chooses something on the command's page that the command is possible for.
OpeningStep choose(const QString& command) {
  return [command](MainWindow& window) {
    const QAction* action = window.commands().find(command);
    if (!action) return QStringLiteral("there is no command %1").arg(command);
    // The dots as well: what a command does at once depends on what is chosen.
    if (action->isEnabled() && opensDialog(*action)) return QString();
    for (const auto& [kind, name] : thingsOf(window.currentPage(), window)) {
      window.openObject(kind, name);
      if (action->isEnabled() && opensDialog(*action)) return QString();
    }
    return action->toolTip().section(QLatin1Char('\n'), -1);
  };
}

// Answers the platform's question for a place to save to.
OpeningStep saveTo(const QString& path) {
  return [path](MainWindow&) {
    QFileDialog* dialog = openFileDialog();
    if (!dialog) return QStringLiteral("no file is asked for");
    Q_EMIT dialog->fileSelected(path);
    dialog->close();
    return QString();
  };
}

// One bundle that is good, when the registry gives one, and one file that is none.
OpeningStep dropBundles(const QString& folder, const QString& bundle) {
  return [folder, bundle](MainWindow& window) {
    const QString broken = QDir(folder).filePath(QStringLiteral("notes.aerie"));
    QFile file(broken);
    if (!file.open(QIODevice::WriteOnly) || file.write("not an archive") < 0) return file.errorString();
    file.close();
    QStringList files{broken};
    if (QFile::exists(bundle)) files.prepend(bundle);
    static_cast<pages::RegistryPage*>(window.page(QStringLiteral("registry")))->checkFiles(files);
    return QString();
  };
}

OpeningStep takeOutBundles() {
  return [](MainWindow& window) {
    const QWidget* sheet = topOver(window);
    if (!sheet) return QString();
    for (auto* remove : sheet->findChildren<QAbstractButton*>(QStringLiteral("registration.remove")))
      remove->click();
    return QString();
  };
}

OpeningStep nothing() {
  return [](MainWindow&) { return QString(); };
}

// ---------------------------------------------------------------- the list

QString needsOf(const QString& command) {
  static const QMap<QString, QString> needs{
      {QStringLiteral("registry.download"), QStringLiteral("a file dialog of our own")},
      {QStringLiteral("audit.export"), QStringLiteral("a file dialog of our own")},
      {QStringLiteral("registry.archive"), QStringLiteral("a version that holds no stage")},
      {QStringLiteral("deployments.rollback"), QStringLiteral("an endpoint whose model has other versions")},
      {QStringLiteral("deployments.delete"), QStringLiteral("an endpoint that nothing is routed to")},
      {QStringLiteral("experiments.start"), QStringLiteral("an experiment that has not begun")},
      {QStringLiteral("experiments.edit"), QStringLiteral("an experiment")},
      {QStringLiteral("experiments.stop"), QStringLiteral("an experiment that runs")},
      {QStringLiteral("experiments.apply"), QStringLiteral("an experiment")},
      {QStringLiteral("routing.apply"), QStringLiteral("an experiment")},
      {QStringLiteral("routing.create"), QStringLiteral("an endpoint")},
      {QStringLiteral("training.submit"), QStringLiteral("a training daemon")},
      {QStringLiteral("training.clone"), QStringLiteral("a training job")},
      {QStringLiteral("training.retry"), QStringLiteral("a training job that failed")},
      {QStringLiteral("training.cancel"), QStringLiteral("a training job that runs")},
      {QStringLiteral("training.cluster.delete"), QStringLiteral("a training cluster")}};
  return needs.value(command);
}

QList<Opening> ofCommands(MainWindow& window) {
  // Those need more than their command.
  const QStringList elsewhere{QStringLiteral("registry.register"), QStringLiteral("routing.apply"),
                              QStringLiteral("experiments.apply")};
  QList<Opening> out;
  for (const QAction* action : window.commands().actions()) {
    const QString id = action->objectName();
    // "Archive..." is "Restore" while an archived version is chosen.
    if ((!opensDialog(*action) && needsOf(id).isEmpty()) || elsewhere.contains(id)) continue;
    const QString page = id.section(QLatin1Char('.'), 0, 0);
    Opening opening{id, {trigger(id)}};
    if (window.pageIds().contains(page)) opening.steps = {show(page), choose(id), trigger(id)};
    opening.needs = needsOf(id);
    out.append(opening);
  }
  return out;
}

QList<Opening> ofRegistry(const QString& folder) {
  const QString registry = QStringLiteral("registry");
  const QString download = QStringLiteral("registry.download");
  const QString configs = QStringLiteral("registry.configs");
  const QString bundle = QDir(folder).filePath(QStringLiteral("arrival_delay.aerie"));
  return {
      {QStringLiteral("registry.register"),
       {show(registry), choose(download), trigger(download), saveTo(bundle), nothing(),
        dropBundles(folder, bundle), nothing()},
       {takeOutBundles()}},
      {QStringLiteral("registry.build"),
       {show(registry), choose(configs), trigger(configs),
        type(QStringLiteral("config.features"), QStringLiteral("# reviewed")), click(QStringLiteral("verb"))},
       {click(QStringLiteral("config.discard"))}},  // closing would ask
  };
}

Opening ofStaged(const QString& page, const QList<OpeningStep>& staging) {
  Opening out{page + QStringLiteral(".apply"), {show(page)}};
  out.steps += staging;
  out.steps.append(trigger(out.id));
  out.after = {trigger(page + QStringLiteral(".discard"))};
  out.needs = needsOf(out.id);
  return out;
}

QList<Opening> ofShell() {
  const QString logs = QStringLiteral("view.logs");
  const QString palette = QStringLiteral("palette.open");
  const QString field = QStringLiteral("palette.field");
  return {
      {palette, {trigger(palette)}},
      {QStringLiteral("palette.query"), {trigger(palette), type(field, QStringLiteral("dep"))}},
      {QStringLiteral("palette.nothing"), {trigger(palette), type(field, QStringLiteral("qqq"))}},
      {QStringLiteral("help.page"), {trigger(QStringLiteral("help.page"))}},
      {QStringLiteral("view.menu"), {trigger(QStringLiteral("view.menu"))}},
      {QStringLiteral("connection"), {click(QStringLiteral("connection"))}},
      {QStringLiteral("view.notifications"), {trigger(QStringLiteral("view.notifications"))}},
      {QStringLiteral("view.tasks"), {trigger(QStringLiteral("view.tasks"))}},
      {logs,
       {show(QStringLiteral("overview")), trigger(logs), nothing()},
       {trigger(logs)},
       Opening::Where::Inside},
  };
}

}  // namespace

QList<Opening> openingsOf(MainWindow& window, const QString& folder) {
  window.makeAllPages();
  QList<Opening> out = ofCommands(window) + ofRegistry(folder);
  out.append(ofStaged(QStringLiteral("routing"), {change(QStringLiteral("routing.coverage"), 80, 60)}));
  out.append(ofStaged(QStringLiteral("experiments"), {click(QStringLiteral("ramp.50"))}));
  // Last: the list of tasks and that of notifications have something to show then.
  return out + ofShell();
}

QString open(const Opening& opening, MainWindow& window, const std::function<void()>& wait) {
  for (const OpeningStep& step : opening.steps) {
    QString why;
    for (int attempt = 0; attempt < kTries; ++attempt) {
      why = step(window);
      wait();
      if (why.isEmpty()) break;
    }
    if (!why.isEmpty()) return why;
  }
  for (int attempt = 0; attempt < kTries && !shownBy(opening, window) && !openFileDialog(); ++attempt) wait();
  if (shownBy(opening, window)) return {};
  return openFileDialog() ? QStringLiteral("it is a file dialog of the platform")
                          : QStringLiteral("nothing opened");
}

QWidget* shownBy(const Opening& opening, MainWindow& window) {
  return opening.where == Opening::Where::Inside ? &window : topOver(window);
}

void leave(const Opening& opening, MainWindow& window, const std::function<void()>& wait) {
  for (const OpeningStep& step : opening.after) {
    step(window);
    wait();
  }
  for (QWidget* widget : QApplication::topLevelWidgets()) {
    if (!qobject_cast<MainWindow*>(widget) && widget->isVisible()) widget->close();
  }
  // Now, and not when the loop that called this goes on: a page opens its next sheet when the last one is
  // gone.
  QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
  wait();
}

}  // namespace aerie::shell
