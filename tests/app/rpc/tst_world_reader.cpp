#include <QTest>

#include "app/rpc/convert.h"
#include "app/rpc/world_reader.h"

namespace aerie::rpc {

class TstWorldReader final : public QObject {
  Q_OBJECT
 private Q_SLOTS:
  void partsThatAreAbsentDidNotChange();
  void whatDidNotChangeSharesItsTextsAndLists();
  void whatChangedIsWhatTheMessageSays();
  void anotherOrderSharesAsWell();
  void whatWentAndCameBackIsReadAnew();
};

static v1::WorldUpdate fleet(int count) {
  v1::WorldUpdate out;
  for (int i = 0; i < count; ++i) {
    v1::Deployment& d = *out.mutable_deployments()->add_deployments();
    d.mutable_spec()->set_endpoint("endpoint-" + std::to_string(i));
    d.mutable_spec()->set_model("arrival_delay");
    d.set_serving_version("a version that is longer than a word");
    v1::ReplicaState& replica = *d.add_replicas();
    replica.set_id("replica-" + std::to_string(i));
    replica.set_phase("ready");
    d.add_rollout()->set_name("start");
  }
  return out;
}

static bool shares(const Deployment& a, const Deployment& b) {
  return a.servingVersion.constData() == b.servingVersion.constData() &&
         a.spec.model.constData() == b.spec.model.constData() &&
         a.replicas.constData() == b.replicas.constData() && a.rollout.constData() == b.rollout.constData();
}

void TstWorldReader::partsThatAreAbsentDidNotChange() {
  v1::WorldUpdate message;
  message.set_revision(7);
  message.mutable_status()->set_environment("local");
  WorldReader reader;
  const WorldUpdate update = reader.read(message);
  QCOMPARE(update.revision, quint64{7});
  QVERIFY(!update.complete);
  QVERIFY(!update.models && !update.deployments && !update.routings && !update.experiments);
  QCOMPARE(update.status->environment, QStringLiteral("local"));
}

void TstWorldReader::whatDidNotChangeSharesItsTextsAndLists() {
  WorldReader reader;
  v1::WorldUpdate message = fleet(3);
  const auto before = *reader.read(message).deployments;
  message.mutable_deployments()->mutable_deployments(1)->mutable_replicas(0)->set_phase("failed");
  const auto after = *reader.read(message).deployments;
  QVERIFY(shares(before[0], after[0]));
  QVERIFY(!shares(before[1], after[1]));
  QVERIFY(shares(before[2], after[2]));
  QCOMPARE(after[1].replicas[0].phase, QStringLiteral("failed"));
  QCOMPARE(before[1].replicas[0].phase, QStringLiteral("ready"));  // who keeps the old list keeps its values
}

void TstWorldReader::whatChangedIsWhatTheMessageSays() {
  WorldReader reader;
  v1::WorldUpdate message = fleet(20);
  for (int step = 0; step < 50; ++step) {
    v1::Deployment& d = *message.mutable_deployments()->mutable_deployments(step * 7 % 20);
    d.set_serving_version(std::to_string(step));
    d.mutable_replicas(0)->set_memory_bytes(static_cast<std::uint64_t>(step) << 20);
    if (step % 5 == 0) d.mutable_rollout(0)->set_state("running");
    const auto list = *reader.read(message).deployments;
    QCOMPARE(list.size(), 20);
    for (int i = 0; i < 20; ++i) QVERIFY(list[i] == fromProto(message.deployments().deployments(i)));
  }
}

void TstWorldReader::anotherOrderSharesAsWell() {
  WorldReader reader;
  v1::WorldUpdate message = fleet(3);
  const auto before = *reader.read(message).deployments;
  message.mutable_deployments()->mutable_deployments()->SwapElements(0, 2);
  const auto after = *reader.read(message).deployments;
  QVERIFY(shares(before[0], after[2]));
  QCOMPARE(after[0].spec.endpoint, QStringLiteral("endpoint-2"));
}

void TstWorldReader::whatWentAndCameBackIsReadAnew() {
  WorldReader reader;
  const auto before = *reader.read(fleet(3)).deployments;
  QCOMPARE(reader.read(fleet(1)).deployments->size(), 1);
  const auto after = *reader.read(fleet(3)).deployments;
  QVERIFY(shares(before[0], after[0]));
  QVERIFY(!shares(before[2], after[2]));
  QVERIFY(before[2] == after[2]);
}

}  // namespace aerie::rpc

QTEST_GUILESS_MAIN(aerie::rpc::TstWorldReader)
#include "tst_world_reader.moc"
