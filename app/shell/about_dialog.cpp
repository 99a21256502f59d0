#include "app/shell/about_dialog.h"

#include <QApplication>
#include <QClipboard>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QScrollArea>
#include <QSysInfo>
#include <QVBoxLayout>

#include "app/rpc/versions.h"
#include "app/widgets/card.h"
#include "app/widgets/fitted.h"
#include "app/widgets/icons.h"
#include "app/widgets/tokens.h"

namespace aerie::shell {

using namespace widgets;

namespace {
constexpr int kWidth = 520;
constexpr int kLogo = 40;
constexpr int kListHeight = 260;
}  // namespace

AboutDialog::AboutDialog(QWidget* parent) : QDialog(parent) {
  setObjectName(QStringLiteral("about"));
  setWindowTitle(tr("About Aerie"));
  setAttribute(Qt::WA_DeleteOnClose);
  keepFitted(this, kWidth);
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(kGapXl, kGapXl, kGapXl, kGapL);
  column->setSpacing(kGapM);
  auto* top = new QHBoxLayout();
  auto* logo = new QLabel(this);
  logo->setPixmap(iconOf(QStringLiteral("aerie"), Role::Accent).pixmap(kLogo, kLogo));
  top->addWidget(logo);
  top->addSpacing(kGapS);
  auto* name = new QVBoxLayout();
  name->addWidget(newLabel(tr("Aerie %1").arg(rpc::aerieVersion()), "title", this));
  auto* what = newLabel(tr("Desktop control plane for machine-learning serving and training"), "muted", this);
  what->setWordWrap(true);
  name->addWidget(what);
  top->addLayout(name, 1);
  column->addLayout(top);

  const QString qt = QString::fromLatin1(qVersion());
  QList<rpc::Library> libraries{{QStringLiteral("Qt"), qt, QStringLiteral("LGPL-3.0-only")},
                                {QStringLiteral("Qt Charts"), qt, QStringLiteral("GPL-3.0-only")},
                                {QStringLiteral("Qt SVG"), qt, QStringLiteral("LGPL-3.0-only")}};
  libraries.append(rpc::libraries());
  QString text = tr("Aerie %1").arg(rpc::aerieVersion()) + QLatin1Char('\n') + QSysInfo::prettyProductName();
  auto* list = new QWidget(this);
  auto* grid = new QGridLayout(list);
  grid->setContentsMargins(kGapS, kGapS, kGapS, kGapS);
  grid->setHorizontalSpacing(kGapXl);
  int row = 0;
  for (const rpc::Library& l : libraries) {
    grid->addWidget(newLabel(l.name, "body", this), row, 0);
    grid->addWidget(newLabel(l.version, "muted", this), row, 1);
    grid->addWidget(newLabel(l.licence, "muted", this), row++, 2);
    text += QStringLiteral("\n%1 %2 (%3)").arg(l.name, l.version, l.licence);
  }
  grid->setColumnStretch(2, 1);
  auto* scroll = new QScrollArea(this);
  scroll->setObjectName(QStringLiteral("about.libraries"));
  scroll->setAccessibleName(tr("Libraries, their versions and licences"));
  scroll->setFrameShape(QFrame::NoFrame);
  scroll->setWidgetResizable(true);
  scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  scroll->setMinimumHeight(kListHeight);
  scroll->setWidget(list);
  column->addWidget(scroll, 1);
  auto* note = newLabel(
      tr("Aerie's own source is under the Apache License 2.0. Qt Charts exists under GPL-3.0 only, so this "
         "program, linked with it, is distributed under GPL-3.0. The daemons and aeriectl use no Qt; the "
         "libraries that only they use are listed here, too."),
      "muted", this);
  note->setWordWrap(true);
  column->addWidget(note);
  auto* buttons = new QHBoxLayout();
  auto* copy = new QPushButton(tr("Copy versions"), this);
  copy->setObjectName(QStringLiteral("about.copy"));
  copy->setAccessibleName(copy->text());
  copy->setAutoDefault(false);
  connect(copy, &QPushButton::clicked, this, [text] { QApplication::clipboard()->setText(text); });
  auto* close = new QPushButton(tr("Close"), this);
  close->setAccessibleName(close->text());
  close->setDefault(true);
  connect(close, &QPushButton::clicked, this, &QDialog::accept);
  buttons->addWidget(copy);
  buttons->addStretch(1);
  buttons->addWidget(close);
  column->addLayout(buttons);
}

}  // namespace aerie::shell
