#include <google/protobuf/util/message_differencer.h>

#include "core/features/location_config.h"

#include "store_fixtures.h"

using namespace aerie;
using namespace aerie::features;

namespace {
constexpr const char* kGood =
    "features:\n"
    "  - {name: hour, type: int64, from: shared}\n"
    "  - {name: distance, type: double, from: item, default: 500.5}\n"
    "  - {name: origin, type: string, from: item}\n"
    "  - {name: destination, type: string, from: item, default: 'x: \"y\"'}\n"
    "  - {name: member, type: bool, from: query, default: true}\n"
    "  - {name: route_late_rate, type: double, from: store, table: route_stats, key: [origin, destination], "
    "default: 0.2}\n"
    "  - {name: embedding, type: float_vector, dimension: 8, from: store, table: airports, key: [origin]}\n";
}  // namespace

class TstLocationConfig : public QObject {
  Q_OBJECT
 private Q_SLOTS:
  void allFormsAreRead() {
    const auto config = parseFeatureLocationConfig(kGood, "features.yaml");
    VERIFY_OK(config.status());
    QCOMPARE(config->features_size(), 7);
    QCOMPARE(config->features(0).source(), v1::SHARED);
    QVERIFY(!config->features(0).has_default_value());
    QCOMPARE(config->features(1).default_value().double_value(), 500.5);
    QVERIFY(config->features(4).default_value().bool_value());
    QCOMPARE(config->features(5).key_size(), 2);
    QCOMPARE(config->features(6).dimension(), 8U);
  }

  void yamlRoundTrips() {
    const auto config = parseFeatureLocationConfig(kGood, "features.yaml");
    const auto again = parseFeatureLocationConfig(toYaml(*config), "written");
    VERIFY_OK(again.status());
    QVERIFY(google::protobuf::util::MessageDifferencer::Equals(*config, *again));
  }

  void mistakesAreNamed_data() {
    QTest::addColumn<QString>("yaml");
    QTest::addColumn<QString>("message");
    const auto one = [](const char* feature) { return QString("features:\n  - {%1}\n").arg(feature); };
    QTest::newRow("no features") << "features: []"
                                 << "no features";
    QTest::newRow("unknown field") << one("name: a, type: double, from: item, defualt: 1")
                                   << "did you mean 'default'";
    QTest::newRow("unknown type") << one("name: a, type: number, from: item") << "number";
    QTest::newRow("unknown source") << one("name: a, type: double, from: cache") << "'cache' is not a source";
    QTest::newRow("default of another type")
        << one("name: a, type: int64, from: item, default: abc") << "whole number";
    QTest::newRow("stored without table") << one("name: a, type: double, from: store, key: [b]") << "table";
    QTest::newRow("stored without key")
        << one("name: a, type: double, from: store, table: t") << "names no key";
    QTest::newRow("table on an item feature")
        << one("name: a, type: double, from: item, table: t") << "can't have a table";
    QTest::newRow("unknown key") << one("name: a, type: double, from: store, table: t, key: [b]")
                                 << "not a feature";
    QTest::newRow("vector without dimension")
        << one("name: a, type: float_vector, from: item") << "dimension";
    QTest::newRow("number with dimension")
        << one("name: a, type: double, dimension: 3, from: item") << "dimension";
    QTest::newRow("name with a quote") << one("name: 'a\"', type: double, from: item") << "without quotes";
    QTest::newRow("float default too large")
        << one("name: a, type: float, from: item, default: 1e300") << "too large";
    QTest::newRow("twice")
        << one("name: a, type: double, from: item}\n  - {name: a, type: double, from: item") << "twice";
    QTest::newRow("stored key of a stored feature")
        << one("name: b, type: string, from: item}\n  - {name: k, type: string, from: store, table: t, key: "
               "[b]}\n"
               "  - {name: a, type: double, from: store, table: u, key: [k]")
        << "itself a stored feature";
    QTest::newRow("itself as key") << one("name: a, type: string, from: store, table: t, key: [a]")
                                   << "itself a stored feature";
    QTest::newRow("key of doubles") << one("name: k, type: double, from: item}\n  - {name: a, type: double, "
                                           "from: store, table: t, key: [k]")
                                    << "keys must be string, int64 or bool";
  }
  void mistakesAreNamed() {
    QFETCH(QString, yaml);
    QFETCH(QString, message);
    const absl::Status status = parseFeatureLocationConfig(yaml.toStdString(), "features.yaml").status();
    QVERIFY(absl::IsInvalidArgument(status));
    VERIFY_MESSAGE(status, message.toStdString());
    VERIFY_MESSAGE(status, "features.yaml");
  }

  void bundleConfigsAreCheckedToo() {
    v1::FeatureLocationConfig config = *parseFeatureLocationConfig(kGood, "x");
    config.mutable_features(1)->mutable_default_value()->set_string_value("far");
    VERIFY_MESSAGE(validate(config), "'distance'");
    config = *parseFeatureLocationConfig(kGood, "x");
    config.mutable_features(0)->set_type(v1::FEATURE_TYPE_UNSPECIFIED);
    VERIFY_MESSAGE(validate(config), "'hour' has no known type");
    config.mutable_features(0)->set_type(static_cast<v1::FeatureType>(99));
    QVERIFY(!validate(config).ok());
  }
};

QTEST_GUILESS_MAIN(TstLocationConfig)
#include "tst_location_config.moc"
