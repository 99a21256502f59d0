#include <QTableView>
#include <numeric>
#include <vector>

#include "app/models/id_table_model.h"
#include "app/pages/page.h"
#include "app/widgets/sankey_view.h"
#include "tests/bench/app/cases.h"
#include "tests/bench/app/fleet.h"
#include "tests/bench/app/memory.h"

namespace aerie::bench {
namespace {

constexpr int kNameColumn = 0;
constexpr int kVersionColumn = 2;
constexpr int kReadyColumn = 3;
constexpr std::chrono::milliseconds kSample{500};

// What the table says of each deployment's version, beside what the last change made it.
int wrongRows(const QTableView& view, const Fleet& fleet) {
  const QAbstractItemModel& model = *view.model();
  QHash<QString, QString> shown;
  for (int r = 0; r < model.rowCount(); ++r) {
    shown[model.index(r, 0).data(models::KeyRole).toString()] =
        model.index(r, kVersionColumn).data().toString();
  }
  int wrong = 0;
  const std::vector<QString> versions = fleet.versions();
  for (std::size_t i = 0; i < versions.size(); ++i) {
    const QString text = shown.value(fleet.endpointOf(static_cast<int>(i)));
    wrong += text == QStringLiteral("arrival_delay@") + versions[i] ? 0 : 1;
  }
  return wrong;
}

// Memory that is added per thousand changes, over the later two thirds: least squares.
double slopeOf(const std::vector<std::pair<double, double>>& points) {
  const std::size_t first = points.size() / 3;
  const auto n = static_cast<double>(points.size() - first);
  if (n < 2) return 0;
  double sx = 0, sy = 0, sxx = 0, sxy = 0;
  for (std::size_t i = first; i < points.size(); ++i) {
    const auto& [x, y] = points[i];
    sx += x;
    sy += y;
    sxx += x * x;
    sxy += x * y;
  }
  const double spread = n * sxx - sx * sx;
  return spread > 0 ? (n * sxy - sx * sy) / spread : 0;
}

// The page of its window's workspace, as a window beside it: both are seen at once.
QWidget* tornOff(shell::MainWindow& window, const QString& id) {
  pages::Page* page = window.page(id);
  page->setParent(nullptr);
  page->resize(1060, 760);
  page->show();
  page->setShown(true);
  return page;
}

}  // namespace

void measureUpdates(const Settings& settings, LoopWatch& app, Desktop& desktop, Report& report) {
  std::unique_ptr<Fleet> made;  // outlives the window
  Window w;
  Fleet::Options options;
  options.deployments = settings.deployments;
  options.changes_per_second = settings.changes_per_second;
  options.rest.models = w.control.models;
  options.rest.routings = w.control.routings;
  options.rest.experiments = w.control.experiments;
  options.rest.status = w.control.status;
  made = std::make_unique<Fleet>(options);
  Fleet& fleet = *made;
  w.open(desktop, &fleet);
  w.window->makeAllPages();
  w.window->showPage(QStringLiteral("deployments"));
  QWidget* routing = tornOff(*w.window, QStringLiteral("routing"));
  app.settle();
  auto* view = w.window->findChild<QTableView*>(QStringLiteral("deployments.table"));
  auto* flow = routing->findChild<widgets::SankeyView*>(QStringLiteral("routing.flow"));
  app.countPaints(view->viewport());
  app.countPaints(flow);
  report.expect(view->model()->rowCount() == settings.deployments, "the table has all deployments");

  const std::pair<int, const char*> ways[] = {{kNameColumn, "by name"}, {kReadyColumn, "by ready replicas"}};
  for (const auto& [column, words] : ways) {
    report.title(fmt::format("{} deployments, {} updates a second, beside the flow; table sorted {}",
                             settings.deployments, settings.changes_per_second, words));
    view->sortByColumn(column, Qt::AscendingOrder);
    app.settle();
    const std::int64_t before = fleet.changes();
    const int messages = fleet.messages();
    app.begin();
    fleet.start();
    app.runFor(std::chrono::seconds(settings.seconds));
    const Stretches s = app.end();
    const int table = app.paints(view->viewport());
    const int sankey = app.paints(flow);
    fleet.stop();
    app.settle();
    report.stretches(words, s);
    report.figure(fmt::format("{} updates a second", words),
                  static_cast<double>(fleet.changes() - before) / settings.seconds, "1/s");
    report.figure(fmt::format("{} messages a second", words),
                  static_cast<double>(fleet.messages() - messages) / settings.seconds, "1/s");
    report.figure(fmt::format("{} table painted", words), static_cast<double>(table) / settings.seconds,
                  "1/s");
    report.figure(fmt::format("{} flow painted", words), static_cast<double>(sankey) / settings.seconds,
                  "1/s", "goal: 10");
    report.expect(table > 0 && sankey > 0, "the table and the flow are painted");
    report.expect(wrongRows(*view, fleet) == 0, "each row shows the last of its updates");
  }

  report.title(fmt::format("memory over {} updates", settings.long_run));
  view->sortByColumn(kNameColumn, Qt::AscendingOrder);
  std::vector<std::pair<double, double>> points;
  const std::int64_t begun = fleet.changes();
  fleet.start(settings.long_run);
  while (fleet.changes() < begun + settings.long_run) {
    app.runFor(kSample);
    points.emplace_back(static_cast<double>(fleet.changes() - begun) / 1'000, memoryNow().rss_mib * 1'024);
  }
  fleet.stop();
  app.settle();
  report.figure("RSS at the beginning", points.front().second / 1'024, "MiB");
  report.figure("RSS at the end", points.back().second / 1'024, "MiB");
  report.figure("RSS added by 1,000 updates", slopeOf(points), "KiB", "goal: flat");
  report.expect(wrongRows(*view, fleet) == 0, "each row shows the last of its updates after the long run");
  report.expect(fleet.changes() == begun + settings.long_run, "the long run made all its updates");
}

}  // namespace aerie::bench
