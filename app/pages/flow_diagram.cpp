#include "app/pages/flow_diagram.h"

#include <QCoreApplication>
#include <algorithm>

#include "app/models/text.h"

namespace aerie::pages {
namespace {

using presenters::FlowPath;
using widgets::SankeyLink;
using widgets::SankeyNode;

enum Column { kItems, kEligible, kExperiment, kArm, kEndpoint, kOutcome };

QString tr(const char* text) { return QCoreApplication::translate("flow", text); }

class Builder {
 public:
  explicit Builder(const presenters::RoutingPresenter& presenter) : presenter_(presenter) {}

  FlowDiagram build() {
    const std::vector<FlowPath> paths = presenter_.paths();
    addNode(root(), kItems, presenter_.useCase(), -1);
    // What no experiment takes comes last, so that it runs below everything else without crossing.
    int number = 0;
    for (const FlowPath& p : paths) {
      if (!p.experiment.isEmpty()) addPath(p, number++);
    }
    for (const FlowPath& p : paths) {
      // A default path without traffic is worth a line only where there is nothing else.
      if (p.experiment.isEmpty() && (p.itemsPerSecond > 0 || number == 0)) addPath(p, number++);
    }
    for (SankeyNode& node : out_.nodes) caption(node);
    out_.titles = {tr("Items"), tr("Covered"), tr("Experiment"), tr("Arm"), tr("Endpoint"), tr("Outcome")};
    return std::move(out_);
  }

 private:
  QString root() const { return QStringLiteral("items"); }

  SankeyNode* find(const QString& id) {
    const auto it =
        std::find_if(out_.nodes.begin(), out_.nodes.end(), [&](const SankeyNode& n) { return n.id == id; });
    return it == out_.nodes.end() ? nullptr : &*it;
  }

  QString addNode(const QString& id, int column, const QString& title, int series,
                  models::Tone tone = models::Tone::None, bool through = false) {
    if (!find(id)) out_.nodes.append({id, column, title, {}, series, tone, through, {}});
    return id;
  }

  QString tipOf(const FlowPath& p) const {
    QString tip = p.experiment.isEmpty()
                      ? tr("Not covered, to %1: %2").arg(p.endpoint, models::rateText(p.itemsPerSecond))
                      : tr("%1 to %2: %3").arg(p.arm, p.endpoint, models::rateText(p.itemsPerSecond));
    if (p.intended) tip += tr(", intended %1").arg(models::percentText(*p.intended));
    if (p.actual) tip += tr(", actual %1").arg(models::percentText(*p.actual));
    tip += p.failedPerSecond > 0 ? tr(", failed %1").arg(models::rateText(p.failedPerSecond))
                                 : tr(", none failed");
    return tip;
  }

  void addPath(const FlowPath& p, int number) {
    const bool plain = p.experiment.isEmpty();
    const QString tip = tipOf(p);
    QStringList way{root()};
    if (plain) {
      way.append(addNode(QStringLiteral("out"), kEligible, tr("no"), -1));
      way.append(
          addNode(QStringLiteral("out/%1/2").arg(p.endpoint), kExperiment, {}, -1, models::Tone::None, true));
      way.append(addNode(QStringLiteral("out/%1/3").arg(p.endpoint), kArm, {}, -1, models::Tone::None, true));
    } else {
      way.append(addNode(QStringLiteral("in"), kEligible, tr("yes"), -1));
      way.append(addNode(QStringLiteral("x:") + p.experiment, kExperiment, p.experiment, -1));
      way.append(addNode(QStringLiteral("a:%1/%2").arg(p.experiment, p.arm), kArm, p.arm, p.series));
    }
    way.append(addNode(QStringLiteral("e:") + p.endpoint, kEndpoint, p.endpoint, p.series));
    const int series = plain ? -1 : p.series;
    for (qsizetype i = 1; i < way.size(); ++i) {
      out_.links.append({way[i - 1], way[i], p.itemsPerSecond, series, number, tip, models::Tone::None});
    }
    const double failed = std::min(p.failedPerSecond, p.itemsPerSecond);
    out_.links.append({way.back(), addNode(QStringLiteral("ok"), kOutcome, tr("ok"), -1, models::Tone::Ok),
                       p.itemsPerSecond - failed, series, number, tip, models::Tone::None});
    if (failed > 0) {
      addNode(QStringLiteral("failed"), kOutcome, tr("failed"), -1, models::Tone::Danger);
      out_.links.append(
          {way.back(), QStringLiteral("failed"), failed, series, number, tip, models::Tone::Danger});
    }
  }

  void caption(SankeyNode& node) const {
    if (node.through) return;
    double in = 0;
    double out = 0;
    for (const SankeyLink& l : out_.links) {
      if (l.to == node.id) in += l.value;
      if (l.from == node.id) out += l.value;
    }
    node.caption = models::rateText(std::max(in, out));
    node.toolTip = node.title + QLatin1String(": ") + node.caption;
    if (node.column != kEndpoint) return;
    const rpc::Deployment* d = presenter_.world().deployment(node.title);
    if (!d) {
      node.caption += tr(", not deployed");
    } else if (!d->servingVersion.isEmpty()) {
      //: version of a model, after a rate
      node.caption += tr(", v%1").arg(d->servingVersion);
    }
  }

  const presenters::RoutingPresenter& presenter_;
  FlowDiagram out_;
};

}  // namespace

FlowDiagram flowDiagramOf(const presenters::RoutingPresenter& presenter) {
  return Builder(presenter).build();
}

}  // namespace aerie::pages
