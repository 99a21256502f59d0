#include "app/models/what_if_table.h"

#include <QCoreApplication>
#include <QLocale>
#include <cmath>

#include "app/models/elapsed.h"
#include "app/models/text.h"

namespace aerie::models {
namespace {

using rpc::WhatIfRow;

QString tr(const char* text) { return QCoreApplication::translate("whatif", text); }

Column<WhatIfRow> number(const char* id, const QString& title, std::function<QString(const WhatIfRow&)> text,
                         double WhatIfRow::*field) {
  Column<WhatIfRow> out;
  out.id = QLatin1String(id);
  out.title = title;
  out.text = std::move(text);
  out.sortKey = [field](const WhatIfRow& row) { return QVariant(row.*field); };
  out.number = true;
  return out;
}

QString spreadText(const WhatIfRow& row) {
  return tr("From %1 to %2 over the runs; the first task starts after %3")
      .arg(lengthOfTimeText(row.makespanLowMs), lengthOfTimeText(row.makespanHighMs),
           lengthOfTimeText(row.firstStartMs));
}

QString problemText(const WhatIfRow& row) {
  const QLocale locale;
  if (row.unfinished > 0) return tr("%1 not finished").arg(countText(row.unfinished));
  if (row.failed > 0) return tr("%1 failed").arg(countText(row.failed));
  return row.efficient ? tr("Nothing faster and cheaper") : QString();
}

Tone problemTone(const WhatIfRow& row) {
  return row.unfinished > 0 || row.failed > 0 ? Tone::Warning : row.efficient ? Tone::Ok : Tone::None;
}

}  // namespace

QString wordOfOrder(const QString& order) {
  if (order == QLatin1String("as_listed")) return tr("As listed");
  if (order == QLatin1String("longest_first")) return tr("Longest first");
  if (order == QLatin1String("shortest_first")) return tr("Shortest first");
  if (order == QLatin1String("random")) return tr("At random");
  return order;
}

QString cpusText(double cpus) {
  if (std::floor(cpus) == cpus && cpus < 1e6)
    return QCoreApplication::translate("whatif", "%n CPU(s)", nullptr, static_cast<int>(cpus));
  return tr("%1 CPUs").arg(QLocale().toString(cpus, 'g', 6));
}

QString keyOf(const WhatIfRow& row) {
  return QStringLiteral("%1|%2|%3|%4")
      .arg(row.hosts, 6, 10, QLatin1Char('0'))
      .arg(row.cpusPerTask, 10, 'f', 3, QLatin1Char('0'))
      .arg(row.order)
      .arg(row.pricePerHostHour, 0, 'g', 9);
}

WhatIfTable* newWhatIfTable(QObject* parent) {
  std::vector<Column<WhatIfRow>> columns;
  const auto plain = [](double value) { return QLocale().toString(value, 'g', 6); };
  Column<WhatIfRow> hosts;
  hosts.id = QStringLiteral("hosts");
  hosts.title = tr("Hosts");
  hosts.text = [](const WhatIfRow& row) { return QLocale().toString(row.hosts); };
  hosts.sortKey = [](const WhatIfRow& row) { return QVariant(row.hosts); };
  hosts.number = true;
  columns.push_back(hosts);
  columns.push_back(number(
      "cpus", tr("CPUs per task"), [plain](const WhatIfRow& row) { return plain(row.cpusPerTask); },
      &WhatIfRow::cpusPerTask));
  Column<WhatIfRow> order;
  order.id = QStringLiteral("order");
  order.title = tr("Order");
  order.text = [](const WhatIfRow& row) { return wordOfOrder(row.order); };
  columns.push_back(order);
  columns.push_back(number(
      "makespan", tr("Takes"), [](const WhatIfRow& row) { return lengthOfTimeText(row.makespanMs); },
      &WhatIfRow::makespanMs));
  columns.back().toolTip = spreadText;
  columns.push_back(number(
      "busy", tr("CPU used"), [](const WhatIfRow& row) { return percentText(row.busyShare); },
      &WhatIfRow::busyShare));
  columns.push_back(number(
      "cost", tr("Cost"), [](const WhatIfRow& row) { return QLocale().toString(row.cost, 'f', 2); },
      &WhatIfRow::cost));
  Column<WhatIfRow> verdict;
  verdict.id = QStringLiteral("verdict");
  verdict.title = tr("Verdict");
  verdict.text = problemText;
  verdict.tone = problemTone;
  columns.push_back(verdict);
  columns.push_back(number(
      "running", tr("Tasks at once"), [](const WhatIfRow& row) { return countText(row.meanRunning); },
      &WhatIfRow::meanRunning));
  columns.push_back(number(
      "price", tr("Price per host hour"),
      [](const WhatIfRow& row) { return QLocale().toString(row.pricePerHostHour, 'f', 2); },
      &WhatIfRow::pricePerHostHour));
  return new WhatIfTable([](const WhatIfRow& row) { return keyOf(row); }, std::move(columns), parent);
}

}  // namespace aerie::models
