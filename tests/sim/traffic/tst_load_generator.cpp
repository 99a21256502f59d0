#include <QtTest>

#include "core/net/channel.h"
#include "services/common/rpc_server.h"
#include "sim/traffic/load_generator.h"
#include "tests/sim/sample_flights.h"
#include "tests/status_checks.h"

using namespace aerie;

namespace {

// Answers at once, or keeps calls until released.
class FakeProxy final : public v1::PredictionProxy::CallbackService {
 public:
  std::atomic<bool> hold{false};
  std::atomic<int> calls{0};

  grpc::ServerUnaryReactor* Predict(grpc::CallbackServerContext* context, const v1::ProxyRequest* request,
                                    v1::PredictResponse* answer) override {
    grpc::ServerUnaryReactor* reactor = context->DefaultReactor();
    answer->set_request_id(request->request_id());
    ++calls;
    if (!hold) {
      reactor->Finish(grpc::Status::OK);
      return reactor;
    }
    const std::lock_guard lock(mutex_);
    held_.push_back(reactor);
    return reactor;
  }
  void release() {
    hold = false;
    const std::lock_guard lock(mutex_);
    for (grpc::ServerUnaryReactor* reactor : held_) reactor->Finish(grpc::Status::OK);
    held_.clear();
  }

 private:
  std::mutex mutex_;
  std::vector<grpc::ServerUnaryReactor*> held_;
};

struct Seen {
  std::mutex mutex;
  int good = 0, late = 0, refused = 0, other = 0;
  std::size_t items = 0;
  void add(const sim::Outcome& outcome) {
    const std::lock_guard lock(mutex);
    items += outcome.flights.size();
    if (outcome.status.ok())
      ++good;
    else if (absl::IsDeadlineExceeded(outcome.status))
      ++late;
    else if (absl::IsResourceExhausted(outcome.status))
      ++refused;
    else
      ++other;
  }
  int all() const { return good + late + refused + other; }
};

}  // namespace

class TstLoadGenerator : public QObject {
  Q_OBJECT
 private Q_SLOTS:
  void init() {
    proxy_ = std::make_unique<FakeProxy>();
    services::RpcServerOptions options;
    options.listen = {"127.0.0.1:0"};
    auto server = services::RpcServer::start(options, {proxy_.get()});
    AERIE_VERIFY_OK(server);
    server_ = std::move(*server);
  }
  void cleanup() {
    server_.reset();
    proxy_.reset();
  }

  void everyRequestIsSentAndAnsweredOnce() {
    Seen seen;
    sim::LoadGenerator load = generator({2'000, std::chrono::seconds(10), 200, 2'000}, seen);
    load.start();
    load.wait();
    QCOMPARE(load.sent(), std::uint64_t{200});
    QCOMPARE(load.answered(), std::uint64_t{200});
    QCOMPARE(seen.good, 200);
    QCOMPARE(seen.items, std::size_t{400});
    QCOMPARE(proxy_->calls.load(), 200);
  }

  void requestsLeaveThoughAnswersDoNotCome() {
    // Open loop: all 50 requests leave while the first has no answer yet.
    proxy_->hold = true;
    Seen seen;
    sim::LoadGenerator load = generator({1'000, std::chrono::seconds(60), 50, 2'000}, seen);
    load.start();
    QTRY_COMPARE_WITH_TIMEOUT(proxy_->calls.load(), 50, 30'000);
    QCOMPARE(load.answered(), std::uint64_t{0});
    proxy_->release();
    load.wait();
    QCOMPARE(seen.good, 50);
  }

  void tooManyOutstandingRequestsFailAtOnce() {
    proxy_->hold = true;
    Seen seen;
    sim::LoadGenerator load = generator({1'000, std::chrono::seconds(60), 30, 10}, seen);
    load.start();
    QTRY_COMPARE_WITH_TIMEOUT(load.answered(), std::uint64_t{20}, 30'000);
    QTRY_COMPARE(proxy_->calls.load(), 10);
    proxy_->release();
    load.wait();
    QCOMPARE(seen.good, 10);
    QCOMPARE(seen.refused, 20);
  }

  void aRequestWithoutAnswerEndsAtItsDeadline() {
    proxy_->hold = true;
    Seen seen;
    sim::LoadGenerator load = generator({1'000, std::chrono::milliseconds(50), 5, 100}, seen);
    load.start();
    load.wait();
    QCOMPARE(seen.late, 5);
    proxy_->release();
  }

  void stoppingEndsEndlessLoad() {
    Seen seen;
    sim::LoadGenerator load = generator({500, std::chrono::seconds(10), 0, 2'000}, seen);
    load.start();
    QTRY_VERIFY(load.answered() > 5);
    load.stop();
    load.wait();
    QCOMPARE(load.sent(), load.answered());
    QCOMPARE(static_cast<std::uint64_t>(seen.all()), load.sent());
  }

  void aServerThatIsGoneIsAFailureNotAHang() {
    server_.reset();
    Seen seen;
    sim::LoadGenerator load = generator({1'000, std::chrono::seconds(5), 5, 100}, seen);
    load.start();
    load.wait();
    QCOMPARE(seen.good, 0);
    QCOMPARE(seen.all(), 5);
  }

 private:
  sim::LoadGenerator generator(sim::LoadOptions options, Seen& seen) {
    if (server_) address_ = server_->addresses()[0];
    net::ChannelOptions own;
    own.own_connection = true;
    return sim::LoadGenerator(*net::connect(address_, own),
                              sim::FlightSource(flights_, {"late", 0, flights_.size(), 2, 2, 1}), options,
                              [&seen](const sim::Outcome& outcome) { seen.add(outcome); });
  }
  const sim::Flights flights_ = test::sampleFlights();
  std::string address_;
  std::unique_ptr<FakeProxy> proxy_;
  std::unique_ptr<services::RpcServer> server_;
};

QTEST_GUILESS_MAIN(TstLoadGenerator)
#include "tst_load_generator.moc"
