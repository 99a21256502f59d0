// The flow of a use case as nodes and links of a SankeyView: items, in an experiment or not, experiment, arm,
// endpoint, ok or failed. Pure; GUI thread (texts).
#pragma once

#include <vector>

#include "app/models/flow_meter.h"
#include "app/presenters/routing_presenter.h"
#include "app/widgets/sankey_view.h"

namespace aerie::pages {

struct FlowDiagram {
  QList<widgets::SankeyNode> nodes;
  QList<widgets::SankeyLink> links;
  QStringList titles;
};

FlowDiagram flowDiagramOf(const presenters::RoutingPresenter& presenter);

}  // namespace aerie::pages
