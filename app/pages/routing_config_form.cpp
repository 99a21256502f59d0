#include "app/pages/routing_config_form.h"

#include <QComboBox>
#include <QDoubleSpinBox>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QSignalBlocker>
#include <QVBoxLayout>
#include <algorithm>

#include "app/presenters/routing_presenter.h"
#include "app/widgets/card.h"
#include "app/widgets/icons.h"
#include "app/widgets/tokens.h"

namespace aerie::pages {

using namespace widgets;

namespace {

constexpr int kNumberWidth = 92;
constexpr int kEndpointWidth = 160;  // at least

QString path(const QString& list, int index, const QString& rest = {}) {
  return QStringLiteral("%1[%2]%3").arg(list).arg(index).arg(rest);
}
QString armPath(int experiment, int arm) {
  return path(QStringLiteral("experiments"), experiment,
              QStringLiteral(".arms[%1].worker_endpoint").arg(arm));
}

// What decides which widgets there are; values inside of them don't.
QString shapeOf(const rpc::Routing& r, const QStringList& endpoints, const QStringList& experiments) {
  QStringList out{r.useCase, endpoints.join(QLatin1Char(',')), experiments.join(QLatin1Char(','))};
  for (const rpc::ExperimentRoute& e : r.experiments) {
    out.append(QLatin1Char('x') + e.name);
    for (const rpc::ArmRoute& a : e.arms) out.append(a.arm);
  }
  out.append(QString::number(r.shadows.size()));
  return out.join(QLatin1Char('/'));
}

}  // namespace

RoutingConfigForm::RoutingConfigForm(presenters::RoutingPresenter& presenter, QWidget* parent)
    : QWidget(parent), presenter_(presenter) {
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, 0, 0, 0);
  auto* scroll = new QScrollArea(this);
  scroll->setWidgetResizable(true);
  scroll->setFocusPolicy(Qt::NoFocus);  // its rows take the focus and scroll into view
  scroll->setFrameShape(QFrame::NoFrame);
  auto* holder = new QWidget(scroll);
  holder->setObjectName(QStringLiteral("scrollBody"));
  new QVBoxLayout(holder);
  holder->layout()->setContentsMargins(kGapM, kGapS, kGapM, kGapM);
  scroll->setWidget(holder);
  column->addWidget(scroll);
  body_ = holder;
  connect(&presenter_, &presenters::RoutingPresenter::draftChanged, this, &RoutingConfigForm::refresh);
  connect(&presenter_, &presenters::RoutingPresenter::flowChanged, this, &RoutingConfigForm::refresh);
  connect(&presenter_, &presenters::RoutingPresenter::problemsChanged, this,
          &RoutingConfigForm::showProblems);
  refresh();
}

void RoutingConfigForm::setOnline(bool online) {
  online_ = online;
  body_->setEnabled(online && !presenter_.applying());
}

void RoutingConfigForm::showEvent(QShowEvent* event) {
  QWidget::showEvent(event);
  refresh();
}

void RoutingConfigForm::refresh() {
  if (isHidden() || !isVisibleTo(window())) return;  // made up for when it is shown
  const std::optional<rpc::Routing> routing = presenter_.staged().routing(presenter_.useCase());
  body_->setEnabled(online_ && routing && !presenter_.applying());
  if (!routing) return;
  const QString shape = shapeOf(*routing, presenter_.endpoints(), presenter_.knownExperiments());
  if (shape != shape_) {
    shape_ = shape;
    rebuild(*routing);
  }
  showValues(*routing);
  showProblems();
}

int RoutingConfigForm::nextRow() { return row_++; }

QComboBox* RoutingConfigForm::newEndpoint(const QString& name, const QString& object) {
  auto* box = new QComboBox(grid_->parentWidget());
  box->setObjectName(object);
  box->setAccessibleName(name);
  box->setEditable(true);
  box->setInsertPolicy(QComboBox::NoInsert);
  box->addItems(presenter_.endpoints());
  box->setMinimumWidth(kEndpointWidth);
  connect(box, &QComboBox::currentTextChanged, box, [box, what = name](const QString& text) {
    box->lineEdit()->setToolTip(text.isEmpty() ? what : text);  // it may be longer than the field
    if (!box->lineEdit()->hasFocus()) box->lineEdit()->home(false);
  });
  return box;
}

// An empty line below a field until something is wrong with it.
QLabel* RoutingConfigForm::problemAt(const QString& field) {
  auto* label = newLabel({}, "problem", grid_->parentWidget());
  label->setObjectName(QStringLiteral("problem.") + field);
  label->setWordWrap(true);
  label->hide();
  problems_.insert(field, label);
  return label;
}

QPushButton* RoutingConfigForm::newRemove(const QString& what) {
  auto* button = new QPushButton(iconOf(QStringLiteral("trash"), Role::Muted), {}, grid_->parentWidget());
  button->setProperty("kind", QStringLiteral("flat"));
  button->setAccessibleName(tr("Remove %1").arg(what));
  button->setToolTip(button->accessibleName());
  return button;
}

template <class Edit>
void RoutingConfigForm::edit(const QString& gesture, Edit change) {
  std::optional<rpc::Routing> wanted = presenter_.staged().routing(presenter_.useCase());
  if (!wanted) return;
  change(*wanted);
  wanted->comment.clear();
  if (gesture.isEmpty() || gesture != gesture_) presenter_.staged().endGesture();
  gesture_ = gesture;
  presenter_.staged().stageRouting(*wanted);
}

void RoutingConfigForm::rebuild(const rpc::Routing& routing) {
  fields_.clear();
  problems_.clear();
  row_ = 0;
  auto* holder = static_cast<QVBoxLayout*>(body_->layout());
  while (QLayoutItem* item = holder->takeAt(0)) {
    if (item->widget()) item->widget()->deleteLater();
    delete item;
  }
  auto* page = new QWidget(body_);
  grid_ = new QGridLayout(page);
  grid_->setContentsMargins(0, 0, 0, 0);
  grid_->setHorizontalSpacing(kGapM);
  grid_->setVerticalSpacing(kGap);
  grid_->setColumnStretch(1, 3);  // names of endpoints
  grid_->setColumnStretch(3, 2);
  grid_->addWidget(problemAt({}), nextRow(), 0, 1, 4);
  addDefaults();
  for (int i = 0; i < routing.experiments.size(); ++i) addExperiment(i, routing.experiments[i]);
  for (int i = 0; i < routing.shadows.size(); ++i) addShadow(i, routing.shadows[i]);
  addNewRow();
  holder->addWidget(page);
  holder->addStretch(1);
}

void RoutingConfigForm::addDefaults() {
  QWidget* page = grid_->parentWidget();
  const int row = nextRow();
  const QString field = QStringLiteral("default_worker_endpoint");
  QComboBox* endpoint = newEndpoint(tr("Default endpoint"), QStringLiteral("config.default"));
  endpoint->setToolTip(tr("Serves the items that no experiment takes"));
  connect(endpoint, &QComboBox::currentTextChanged, this, [this](const QString& text) {
    edit(QStringLiteral("default"), [&](rpc::Routing& r) { r.defaultEndpoint = text.trimmed(); });
  });
  fields_.insert(field, endpoint);
  grid_->addWidget(newLabel(tr("Default endpoint"), "muted", page), row, 0);
  grid_->addWidget(endpoint, row, 1);
  auto* failure = new QComboBox(page);
  failure->setObjectName(QStringLiteral("config.failure"));
  failure->setAccessibleName(tr("When a worker fails"));
  failure->addItem(tr("use the default endpoint"), QStringLiteral("default_endpoint"));
  failure->addItem(tr("fail its rows"), QStringLiteral("fail_rows"));
  connect(failure, &QComboBox::currentIndexChanged, this, [this, failure] {
    edit({}, [&](rpc::Routing& r) { r.onWorkerFailure = failure->currentData().toString(); });
  });
  fields_.insert(QStringLiteral("on_worker_failure"), failure);
  grid_->addWidget(problemAt(field), nextRow(), 1, 1, 3);
  const int second = nextRow();
  grid_->addWidget(newLabel(tr("When a worker fails"), "muted", page), second, 0);
  grid_->addWidget(failure, second, 1);
}

void RoutingConfigForm::addExperiment(int index, const rpc::ExperimentRoute& route) {
  QWidget* page = grid_->parentWidget();
  const QString list = QStringLiteral("experiments");
  const int row = nextRow();
  auto* name = newLabel(route.name, "strong", page);
  name->setToolTip(tr("An item goes to the first experiment that takes it"));
  auto* heading = new QHBoxLayout();
  grid_->addLayout(heading, row, 0, 1, 2);
  const QString keyField = path(list, index, QStringLiteral(".experiment_traffic_splitting_key"));
  auto* key = new QLineEdit(page);
  key->setObjectName(QStringLiteral("config.key.%1").arg(route.name));
  key->setAccessibleName(tr("Splitting key of %1").arg(route.name));
  key->setToolTip(tr("The column whose value is hashed"));
  connect(key, &QLineEdit::textEdited, this, [this, index](const QString& text) {
    edit(QStringLiteral("key/%1").arg(index), [&](rpc::Routing& r) {
      if (index < r.experiments.size()) r.experiments[index].splittingKey = text.trimmed();
    });
  });
  fields_.insert(keyField, key);
  grid_->addWidget(newLabel(tr("Splitting key"), "muted", page), row, 2);
  grid_->addWidget(key, row, 3);
  QPushButton* remove = newRemove(route.name);
  connect(remove, &QPushButton::clicked, this, [this, index] {
    edit({}, [&](rpc::Routing& r) {
      if (index < r.experiments.size()) r.experiments.removeAt(index);
    });
  });
  heading->addWidget(name);
  heading->addWidget(remove);
  heading->addStretch(1);
  grid_->addWidget(problemAt(keyField), nextRow(), 1, 1, 3);
  grid_->addWidget(problemAt(path(list, index)), nextRow(), 1, 1, 3);
  for (int a = 0; a < route.arms.size(); ++a) {
    const int line = nextRow();
    auto* arm = newLabel(route.arms[a].arm, "muted", page);
    arm->setIndent(kGapM);
    QComboBox* endpoint = newEndpoint(tr("Endpoint of arm %1 of %2").arg(route.arms[a].arm, route.name),
                                      QStringLiteral("config.arm.%1.%2").arg(route.name, route.arms[a].arm));
    connect(endpoint, &QComboBox::currentTextChanged, this, [this, index, a](const QString& text) {
      edit(QStringLiteral("arm/%1/%2").arg(index).arg(a), [&](rpc::Routing& r) {
        if (index < r.experiments.size() && a < r.experiments[index].arms.size())
          r.experiments[index].arms[a].endpoint = text.trimmed();
      });
    });
    fields_.insert(armPath(index, a), endpoint);
    grid_->addWidget(arm, line, 0);
    grid_->addWidget(endpoint, line, 1);
    grid_->addWidget(problemAt(armPath(index, a)), nextRow(), 1, 1, 3);
  }
}

void RoutingConfigForm::addShadow(int index, const rpc::ShadowRoute&) {
  QWidget* page = grid_->parentWidget();
  const QString list = QStringLiteral("shadows");
  const int row = nextRow();
  const QString field = path(list, index, QStringLiteral(".worker_endpoint"));
  QComboBox* endpoint = newEndpoint(tr("Shadow endpoint"), QStringLiteral("config.shadow.%1").arg(index));
  connect(endpoint, &QComboBox::currentTextChanged, this, [this, index](const QString& text) {
    edit(QStringLiteral("shadow/%1").arg(index), [&](rpc::Routing& r) {
      if (index < r.shadows.size()) r.shadows[index].endpoint = text.trimmed();
    });
  });
  fields_.insert(field, endpoint);
  auto* sample = new QDoubleSpinBox(page);
  sample->setObjectName(QStringLiteral("config.sample.%1").arg(index));
  sample->setAccessibleName(tr("Sample in percent"));
  sample->setToolTip(tr("Share of the requests that are copied to it; its answers are thrown away"));
  sample->setRange(0, 100);
  sample->setDecimals(2);
  sample->setSuffix(tr(" %"));
  sample->setButtonSymbols(QAbstractSpinBox::NoButtons);
  sample->setAlignment(Qt::AlignRight);
  sample->setKeyboardTracking(false);
  sample->setFixedWidth(kNumberWidth);
  connect(sample, &QDoubleSpinBox::valueChanged, this, [this, index](double percent) {
    edit(QStringLiteral("sample/%1").arg(index), [&](rpc::Routing& r) {
      if (index < r.shadows.size()) r.shadows[index].sample = percent / 100;
    });
  });
  fields_.insert(path(list, index, QStringLiteral(".sample")), sample);
  QPushButton* remove = newRemove(tr("the shadow"));
  connect(remove, &QPushButton::clicked, this, [this, index] {
    edit({}, [&](rpc::Routing& r) {
      if (index < r.shadows.size()) r.shadows.removeAt(index);
    });
  });
  grid_->addWidget(newLabel(tr("Shadow"), "muted", page), row, 0);
  grid_->addWidget(endpoint, row, 1);
  grid_->addWidget(newLabel(tr("Sample"), "muted", page), row, 2);
  auto* share = new QHBoxLayout();
  share->addWidget(sample);
  share->addWidget(remove);
  share->addStretch(1);
  grid_->addLayout(share, row, 3);
  grid_->addWidget(problemAt(field), nextRow(), 1, 1, 3);
  grid_->addWidget(problemAt(path(list, index, QStringLiteral(".sample"))), nextRow(), 1, 1, 3);
}

void RoutingConfigForm::addNewRow() {
  QWidget* page = grid_->parentWidget();
  auto* row = new QHBoxLayout();
  row->setSpacing(kGapS);
  const std::optional<rpc::Routing> routing = presenter_.staged().routing(presenter_.useCase());
  experiments_ = new QComboBox(page);
  experiments_->setObjectName(QStringLiteral("config.addExperiment.name"));
  experiments_->setAccessibleName(tr("Experiment to add"));
  for (const QString& name : presenter_.knownExperiments()) {
    const bool routed = routing && std::any_of(routing->experiments.begin(), routing->experiments.end(),
                                               [&](const auto& e) { return e.name == name; });
    if (!routed) experiments_->addItem(name);
  }
  auto* add = new QPushButton(tr("Add experiment"), page);
  add->setObjectName(QStringLiteral("config.addExperiment"));
  add->setEnabled(experiments_->count() > 0);
  experiments_->setVisible(experiments_->count() > 0);
  add->setToolTip(experiments_->count() > 0
                      ? tr("Route the chosen experiment; all its arms begin at the default endpoint")
                      : tr("Every experiment is routed here already; create one on the Experiments page"));
  connect(add, &QPushButton::clicked, this, [this] {
    const rpc::ExperimentRoute route = presenter_.routeFor(experiments_->currentText());
    edit({}, [&](rpc::Routing& r) { r.experiments.append(route); });
  });
  auto* shadow = new QPushButton(tr("Add shadow"), page);
  shadow->setObjectName(QStringLiteral("config.addShadow"));
  shadow->setToolTip(tr("Copy a share of the requests to another endpoint, without using its answers"));
  connect(shadow, &QPushButton::clicked, this, [this] {
    edit({}, [&](rpc::Routing& r) {
      QString free;
      for (const QString& endpoint : presenter_.endpoints()) {
        const bool used = std::any_of(r.shadows.begin(), r.shadows.end(),
                                      [&](const auto& s) { return s.endpoint == endpoint; });
        if (!used && endpoint != r.defaultEndpoint && free.isEmpty()) free = endpoint;
      }
      r.shadows.append({free.isEmpty() ? r.defaultEndpoint : free, 0.1});
    });
  });
  row->addWidget(experiments_);
  row->addWidget(add);
  row->addWidget(shadow);
  row->addStretch(1);
  grid_->addLayout(row, nextRow(), 0, 1, 4);
}

void RoutingConfigForm::showValues(const rpc::Routing& r) {
  const auto choose = [this](const QString& field, const QString& text) {
    auto* box = static_cast<QComboBox*>(fields_.value(field));
    if (!box || box->currentText() == text) return;
    const QSignalBlocker blocker(box);
    box->setCurrentText(text);
    box->lineEdit()->home(false);  // where it is longer than the box, its beginning is read
  };
  choose(QStringLiteral("default_worker_endpoint"), r.defaultEndpoint);
  if (auto* failure = static_cast<QComboBox*>(fields_.value(QStringLiteral("on_worker_failure")))) {
    const QSignalBlocker blocker(failure);
    failure->setCurrentIndex(std::max(0, failure->findData(r.onWorkerFailure)));
  }
  for (int i = 0; i < r.experiments.size(); ++i) {
    const QString keyField =
        path(QStringLiteral("experiments"), i, QStringLiteral(".experiment_traffic_splitting_key"));
    if (auto* key = static_cast<QLineEdit*>(fields_.value(keyField));
        key && key->text().trimmed() != r.experiments[i].splittingKey) {
      key->setText(r.experiments[i].splittingKey);
    }
    for (int a = 0; a < r.experiments[i].arms.size(); ++a) {
      choose(armPath(i, a), r.experiments[i].arms[a].endpoint);
    }
  }
  for (int i = 0; i < r.shadows.size(); ++i) {
    const QString list = QStringLiteral("shadows");
    choose(path(list, i, QStringLiteral(".worker_endpoint")), r.shadows[i].endpoint);
    if (auto* sample =
            static_cast<QDoubleSpinBox*>(fields_.value(path(list, i, QStringLiteral(".sample"))))) {
      const QSignalBlocker blocker(sample);
      sample->setValue(r.shadows[i].sample * 100);
    }
  }
}

void RoutingConfigForm::showProblems() {
  QHash<QString, QString> texts;
  for (auto it = presenter_.problems().begin(); it != presenter_.problems().end(); ++it) {
    // The nearest field that is on the screen: "experiments[0].arms" is said at "experiments[0]".
    QString field = it.key();
    while (!field.isEmpty() && !problems_.contains(field)) {
      const qsizetype dot = field.lastIndexOf(QLatin1Char('.'));
      field = dot > 0 ? field.left(dot) : QString();
    }
    texts[field] = *it;
  }
  for (auto it = problems_.begin(); it != problems_.end(); ++it) {
    const QString text = texts.value(it.key());
    (*it)->setText(text);
    (*it)->setVisible(!text.isEmpty());
    if (QWidget* field = fields_.value(it.key())) field->setAccessibleDescription(text);
  }
}

}  // namespace aerie::pages
