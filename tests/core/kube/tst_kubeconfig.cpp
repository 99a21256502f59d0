#include <QtTest>

#include "core/base/files.h"
#include "core/kube/kubeconfig.h"
#include "tests/status_checks.h"

using namespace aerie;

namespace {

std::string config(const std::string& cluster, const std::string& user) {
  return "apiVersion: v1\nkind: Config\npreferences: {}\ncurrent-context: main\n"
         "contexts: [{name: main, context: {cluster: c, user: u, namespace: ml}}, {name: other, context: "
         "{cluster: x}}]\n"
         "clusters: [{name: c, cluster: {" +
         cluster + "}}]\nusers: [{name: u, user: {" + user + "}}]\n";
}

}  // namespace

class TstKubeconfig : public QObject {
  Q_OBJECT
 private Q_SLOTS:
  void tokenAndAuthorityAreRead() {
    const auto access = kube::parseKubeconfig(
        config("server: 'https://k8s:6443', certificate-authority-data: UEVN, tls-server-name: api",
               "token: t0"),
        ".");
    AERIE_VERIFY_OK(access);
    QCOMPARE(access->server, std::string("https://k8s:6443"));
    QCOMPARE(access->tls.authorities, std::string("PEM"));
    QCOMPARE(access->tls.server_name, std::string("api"));
    QCOMPARE(access->token, std::string("t0"));
    QCOMPARE(access->name_space, std::string("ml"));
  }

  void filesAreReadBesideTheConfig() {
    const auto dir = TempDir::create();
    AERIE_VERIFY_OK(dir);
    for (const char* name : {"ca.pem", "me.pem", "me.key", "token"})
      AERIE_VERIFY_OK(writeFileAtomic(dir->path() / name, std::string(name) + "\n"));
    AERIE_VERIFY_OK(writeFileAtomic(
        dir->path() / "config", config("server: 'https://k8s', certificate-authority: ca.pem",
                                       "client-certificate: me.pem, client-key: me.key, tokenFile: token")));
    const auto access = kube::loadKubeconfig(dir->path() / "config");
    AERIE_VERIFY_OK(access);
    QCOMPARE(access->tls.authorities, std::string("ca.pem\n"));
    QCOMPARE(access->tls.certificate, std::string("me.pem\n"));
    QCOMPARE(access->tls.key, std::string("me.key\n"));
    QCOMPARE(access->token, std::string("token"));
  }

  void whatCannotBeUsedSaysWhy_data() {
    QTest::addColumn<QString>("yaml");
    QTest::addColumn<QString>("problem");
    const auto row = [](const char* name, const std::string& yaml, const char* problem) {
      QTest::newRow(name) << QString::fromStdString(yaml) << problem;
    };
    const std::string ok = "server: 'https://k8s'";
    row("empty", "", "kubeconfig");
    row("a list", "[]", "no kubeconfig");
    row("no context", "kind: Config", "no current-context");
    row("unknown context", "current-context: x\ncontexts: []", "'x' is not among its contexts");
    row("unverified", config(ok + ", insecure-skip-tls-verify: true", ""),
        "insecure-skip-tls-verify is refused");
    row("plaintext", config("server: 'http://k8s'", ""), "is not encrypted");
    row("a log-in program", config(ok, "exec: {command: aws}"), "create token");
    row("password", config(ok, "username: a, password: b"), "passwords are not used");
    row("half a pair", config(ok, "client-certificate-data: UEVN"), "belong together");
    row("no base64", config(ok + ", certificate-authority-data: '%%'", ""), "is not base64");
    row("a missing file", config(ok + ", certificate-authority: /no/such", ""), "/no/such");
    row("wrong type", "current-context: [a]", "current-context");
    row("broken", "a: [", "kubeconfig");
  }
  void whatCannotBeUsedSaysWhy() {
    QFETCH(QString, yaml);
    QFETCH(QString, problem);
    const auto access = kube::parseKubeconfig(yaml.toStdString(), ".");
    QVERIFY(!access.ok());
    QVERIFY2(messageOf(access.status()).find(problem.toStdString()) != std::string::npos,
             messageOf(access.status()).c_str());
  }

  void anotherContextCanBeChosen() {
    AERIE_VERIFY_FAILS(kube::parseKubeconfig(config("server: 'https://k8s'", ""), ".", "other"),
                       absl::StatusCode::kNotFound, "'x' is not among its clusters");
  }
};

QTEST_GUILESS_MAIN(TstKubeconfig)
#include "tst_kubeconfig.moc"
