#include <fstream>
#include <signal.h>
#include <thread>

#include "core/base/child_process.h"
#include "core/base/files.h"
#include "core/features/feature_loader.h"
#include "core/features/location_config.h"
#include "core/features/redis_store.h"

#include "store_fixtures.h"

using namespace aerie;
using namespace aerie::features;
using namespace aerie::testing;

// A redis-server of this test alone, on a unix socket.
class RedisServer {
 public:
  explicit RedisServer(std::filesystem::path dir) : dir_(std::move(dir)) {}
  ~RedisServer() { stop(SIGKILL); }
  std::string socket() const { return (dir_ / "r.sock").string(); }
  absl::Status start() {
    ChildOptions options;
    options.arguments = {"redis-server", "--port", "0",     "--unixsocket", socket(),
                         "--save",       "",       "--dir", dir_.string()};
    options.output = dir_ / "redis.log";
    AERIE_ASSIGN_OR_RETURN(pid_, spawnChild(options));
    return absl::OkStatus();
  }
  void stop(int signal) {
    if (pid_ == 0) return;
    static_cast<void>(signalChild(pid_, signal));
    while (!pollChild(pid_).has_value()) std::this_thread::yield();
    pid_ = 0;
    std::filesystem::remove(socket());
  }
  // Returns when it has stopped: until then it might still answer.
  void freeze() {
    static_cast<void>(signalChild(pid_, SIGSTOP));
    const auto stopped = [this] {
      std::ifstream in("/proc/" + std::to_string(pid_) + "/stat");
      std::string text;
      std::getline(in, text);
      const auto after = text.rfind(')');
      return after == std::string::npos || text[after + 2] == 'T';
    };
    while (!stopped()) std::this_thread::yield();
  }
  void thaw() { static_cast<void>(signalChild(pid_, SIGCONT)); }

 private:
  std::filesystem::path dir_;
  pid_t pid_ = 0;
};

class TstRedisStore : public QObject {
  Q_OBJECT
 private Q_SLOTS:
  void init() {
    if (QStandardPaths::findExecutable("redis-server").isEmpty()) QSKIP("redis-server is not installed");
    auto dir = TempDir::create();
    VERIFY_OK(dir.status());
    dir_ = std::make_unique<TempDir>(std::move(*dir));
    server_ = std::make_unique<RedisServer>(dir_->path());
    RedisOptions options;
    options.unix_path = server_->socket();
    auto store = createRedisFeatureStore(options, clock_);
    VERIFY_OK(store.status());
    store_ = std::move(*store);
  }
  void cleanup() {
    store_.reset();
    server_.reset();
    dir_.reset();
  }

  void keepsTheContract() {
    startServer();
    checkStoreContract(*store_);
  }

  void manyRowsGoThroughThePipeline() {
    startServer();
    const TableSchema schema{"numbers", {"id"}, {{"v", frame::DataType::kInt64, 1}}};
    std::vector<std::int64_t> ids(2'500);
    std::iota(ids.begin(), ids.end(), 0);
    VERIFY_OK(store_->put(schema, *frame::DataFrame::create({frame::Column::ofInt64s("id", ids),
                                                             frame::Column::ofInt64s("v", ids)})));
    std::vector<std::string> keys;
    for (const std::int64_t id : ids) keys.push_back(std::to_string(id));
    const auto rows = store_->multiGet("numbers", keys);
    VERIFY_OK(rows.status());
    const std::size_t column[] = {0};
    QVERIFY(std::ranges::equal((*decodeRows(schema, column, *rows))[0].int64s(), ids));
  }

  void databasesAreSeparate() {
    startServer();
    VERIFY_OK(store_->put(routeSchema(), routeFrame()));
    auto other = openFeatureStore("unix://" + server_->socket() + "?db=3");
    VERIFY_OK(other.status());
    QVERIFY(absl::IsNotFound((*other)->schema("route_stats").status()));
  }

  void aServerThatIsDownFailsFastAndComesBack() {
    const auto rows = store_->multiGet("route_stats", routeKeys());
    QVERIFY(absl::IsUnavailable(rows.status()));
    VERIFY_MESSAGE(rows.status(), "can't connect");
    // Held to be down: nobody connects before the back-off has passed, even though the server is there now.
    startServerUnseen();
    const auto held = store_->multiGet("route_stats", routeKeys());
    QVERIFY(absl::IsUnavailable(held.status()));
    VERIFY_MESSAGE(held.status(), "held to be down");
    clock_.advance(std::chrono::milliseconds(101));
    VERIFY_OK(store_->multiGet("route_stats", routeKeys()).status());
  }

  void theBackOffGrows() {
    QVERIFY(!store_->multiGet("t", routeKeys()).ok());
    clock_.advance(std::chrono::milliseconds(101));
    VERIFY_MESSAGE(store_->multiGet("t", routeKeys()).status(),
                   "can't connect");  // second failure: 200 ms now
    clock_.advance(std::chrono::milliseconds(150));
    VERIFY_MESSAGE(store_->multiGet("t", routeKeys()).status(), "held to be down");
    clock_.advance(std::chrono::milliseconds(60));
    VERIFY_MESSAGE(store_->multiGet("t", routeKeys()).status(), "can't connect");
  }

  void aRestartedServerIsUsedAtOnce() {
    startServer();
    VERIFY_OK(store_->put(routeSchema(), routeFrame()));
    server_->stop(SIGTERM);
    startServerUnseen();
    // The kept connection is stale; the call connects anew and does not fail.
    const auto rows = store_->multiGet("route_stats", routeKeys());
    VERIFY_OK(rows.status());
    QVERIFY((*rows)[0]->empty());
  }

  void aFrozenServerCostsOneTimeout() {
    startServer();
    VERIFY_OK(store_->put(routeSchema(), routeFrame()));
    server_->freeze();
    QVERIFY(absl::IsUnavailable(store_->multiGet("route_stats", routeKeys()).status()));
    VERIFY_MESSAGE(store_->multiGet("route_stats", routeKeys()).status(), "held to be down");
    server_->thaw();
    clock_.advance(std::chrono::seconds(1));
    VERIFY_OK(store_->multiGet("route_stats", routeKeys()).status());
  }

  void featuresFallBackToDefaultsAndRecover() {
    startServer();
    VERIFY_OK(store_->put(routeSchema(), routeFrame()));
    const auto config = parseFeatureLocationConfig(R"(
features:
  - {name: origin, type: string, from: item}
  - {name: destination, type: string, from: item}
  - {name: late_rate, type: double, from: store, table: route_stats, key: [origin, destination], default: 0.125}
)",
                                                   "test");
    VERIFY_OK(config.status());
    const auto loader = FeatureLoader::create(*config, store_.get());
    VERIFY_OK(loader.status());
    const frame::DataFrame none;
    const auto load = [&] { return (*loader)->load(none, routeFrame(), none); };
    auto loaded = load();
    VERIFY_OK(loaded.status());
    QVERIFY(!loaded->store_unavailable);
    QCOMPARE((*loaded->frame.get("late_rate"))->doubles()[0], 0.25);

    server_->stop(SIGKILL);
    loaded = load();
    VERIFY_OK(loaded.status());
    QVERIFY(loaded->store_unavailable);
    QVERIFY(absl::IsUnavailable(loaded->store_status));
    QVERIFY(loaded->failures.empty());
    QCOMPARE((*loaded->frame.get("late_rate"))->doubles()[0], 0.125);
    QCOMPARE(loaded->defaulted.at(0).rows, std::uint64_t{3});

    startServerUnseen();
    clock_.advance(std::chrono::seconds(10));
    VERIFY_OK(store_->put(routeSchema(), routeFrame()));
    loaded = load();
    VERIFY_OK(loaded.status());
    QVERIFY(!loaded->store_unavailable);
    QCOMPARE((*loaded->frame.get("late_rate"))->doubles()[0], 0.25);
  }

  void threadsShareThePool() {
    startServer();
    VERIFY_OK(store_->put(routeSchema(), routeFrame()));
    std::atomic<int> failures{0};
    std::vector<std::thread> threads;
    for (int t = 0; t < 8; ++t) {
      threads.emplace_back([&] {
        for (int i = 0; i < 100; ++i) {
          const auto rows = store_->multiGet("route_stats", routeKeys());
          if (!rows.ok() || (*rows)[2]->empty()) ++failures;
        }
      });
    }
    for (std::thread& thread : threads) thread.join();
    QCOMPARE(failures.load(), 0);
  }

  void addressesAreParsed() {
    const auto tcp = parseRedisUrl("redis://cache.example:7000/4");
    VERIFY_OK(tcp.status());
    QCOMPARE(tcp->host, std::string("cache.example"));
    QCOMPARE(tcp->port, 7000);
    QCOMPARE(tcp->database, 4);
    const auto socket = parseRedisUrl("unix:///run/r.sock?db=2");
    VERIFY_OK(socket.status());
    QCOMPARE(socket->unix_path, std::string("/run/r.sock"));
    QCOMPARE(socket->database, 2);
  }

 private:
  // Waits with a store of its own, so that the store under test sees nothing.
  void startServerUnseen() {
    VERIFY_OK(server_->start());
    QTRY_VERIFY([&] {
      ManualClock clock;
      RedisOptions options;
      options.unix_path = server_->socket();
      return absl::IsNotFound((*createRedisFeatureStore(options, clock))->schema("nothing").status());
    }());
  }
  void startServer() { startServerUnseen(); }

  ManualClock clock_;
  std::unique_ptr<TempDir> dir_;
  std::unique_ptr<RedisServer> server_;
  std::unique_ptr<FeatureStore> store_;
};

QTEST_GUILESS_MAIN(TstRedisStore)
#include "tst_redis_store.moc"
