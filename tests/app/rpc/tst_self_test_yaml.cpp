#include <QTest>

#include "app/rpc/self_test_yaml.h"
#include "tests/core/bundle/sample_bundle.h"

namespace aerie {

// A self-test as text, for two versions side by side.
class TstSelfTestYaml final : public QObject {
  Q_OBJECT
 private Q_SLOTS:
  void everyRowHasItsInputsAndWhatIsExpected();
  void wordsAndHolesStayWhatTheyAre();
  void aDamagedFrameIsNamed();
};

void TstSelfTestYaml::everyRowHasItsInputsAndWhatIsExpected() {
  const QString expected = QStringLiteral(
      "tolerance: 1e-06\n"
      "shared:\n  hour: 17\n"
      "rows:\n"
      "  - row: 0\n"
      "    inputs:\n      origin: \"ATL\"\n      distance: 500\n"
      "    stored:\n      late_rate: 0.3\n"
      "    expected:\n      probability: 0.4\n"
      "  - row: 1\n"
      "    inputs:\n      origin: \"SFO\"\n      distance: 2000\n"
      "    stored:\n      late_rate: 0.1\n"
      "    expected:\n      probability: 0.2\n");
  v1::SelfTest test = test::sampleContents().self_test;
  test.set_tolerance(0);
  QCOMPARE(rpc::selfTestYaml(test), expected);
  test.set_tolerance(0.01);
  QVERIFY(rpc::selfTestYaml(test).startsWith(QLatin1String("tolerance: 0.01\n")));
}

void TstSelfTestYaml::wordsAndHolesStayWhatTheyAre() {
  v1::SelfTest test;
  frame::NullBuilder holes(2);
  holes.set(1);
  *test.mutable_feature_data_frame() =
      test::wireOf({frame::Column::ofStrings("name", {"a: \"b\"\n# c", "x"}, std::move(holes).finish())});
  const QString yaml = rpc::selfTestYaml(test);
  QVERIFY2(yaml.contains(QLatin1String("name: \"a: \\\"b\\\"\\n# c\"\n")), qPrintable(yaml));
  QVERIFY2(yaml.contains(QLatin1String("name: null\n")), qPrintable(yaml));
}

void TstSelfTestYaml::aDamagedFrameIsNamed() {
  v1::SelfTest test = test::sampleContents().self_test;
  *test.mutable_expected_outputs()->add_columns() = test.expected_outputs().columns(0);
  const QString yaml = rpc::selfTestYaml(test);
  QVERIFY2(yaml.contains(QLatin1String("# expected_outputs cannot be read: ")), qPrintable(yaml));
  QVERIFY2(yaml.contains(QLatin1String("distance: 2000")), qPrintable(yaml));
}

}  // namespace aerie

QTEST_GUILESS_MAIN(aerie::TstSelfTestYaml)
#include "tst_self_test_yaml.moc"
