#include <cstdio>

#include "core/base/files.h"
#include "core/base/ids.h"
#include "core/base/status.h"
#include "services/common/auth.h"
#include "services/ctl/certificates.h"
#include "services/ctl/tool.h"

namespace aerie::ctl {
namespace {

struct SecurityArguments {
  std::string directory, name, role = "engineer", file;
  std::vector<std::string> hosts = {"localhost", "127.0.0.1"};
};

}  // namespace

void addSecurityCommands(Tool& tool) {
  const auto a = std::make_shared<SecurityArguments>();
  CLI::App* pki = tool.app().add_subcommand("pki", "Certificates for mutual TLS between machines");
  pki->require_subcommand(1);
  CLI::App* init = pki->add_subcommand("init", "Make a CA, and certificates issued by it");
  init->add_option("directory", a->directory, "Where the files go")->required();
  CLI::App* issue = pki->add_subcommand("issue", "Issue a certificate for a daemon or a person");
  issue->add_option("directory", a->directory, "Folder that 'pki init' made")
      ->required()
      ->check(CLI::ExistingDirectory);
  issue->add_option("name", a->name, "Name of the holder, also the file name")->required();
  issue->add_option("--host", a->hosts, "DNS names and IP addresses that it serves")
      ->delimiter(',')
      ->capture_default_str();
  tool.onRun(init, [&tool, a]() -> absl::Status {
    AERIE_RETURN_IF_ERROR(createAuthority(a->directory));
    tool.out().say(fmt::format(
        "CA made in {0}: give {0}/ca.pem to every program (--tls-ca), keep {0}/ca-key.pem to yourself;\n"
        "issue certificates with 'aeriectl pki issue {0} NAME --host HOST'",
        a->directory));
    return absl::OkStatus();
  });
  tool.onRun(issue, [&tool, a]() -> absl::Status {
    AERIE_RETURN_IF_ERROR(issueCertificate(a->directory, a->name, a->hosts));
    tool.out().say(fmt::format("{0}/{1}.pem (--tls-certificate) and {0}/{1}-key.pem (--tls-key)",
                               a->directory, a->name));
    return absl::OkStatus();
  });

  CLI::App* token = tool.app().add_subcommand("token", "Bearer tokens with roles");
  token->require_subcommand(1);
  CLI::App* create =
      token->add_subcommand("create", "Make a token; it is printed once, only its digest is stored");
  create->add_option("name", a->name, "Who will use it")->required();
  create->add_option("--role", a->role, "viewer, engineer, approver or admin")->capture_default_str();
  create->add_option("--file", a->file, "Token file of the servers (--token-file); the line is added")
      ->required()
      ->type_name("FILE");
  tool.onRun(create, [a]() -> absl::Status {
    AERIE_RETURN_IF_ERROR(validateName("caller", a->name));
    AERIE_ASSIGN_OR_RETURN(const services::Role role, services::roleFromName(a->role));
    const std::string secret = randomId() + randomId();
    std::string text;
    if (std::filesystem::exists(a->file)) {
      AERIE_ASSIGN_OR_RETURN(text, readFile(a->file));
    }
    AERIE_RETURN_IF_ERROR(
        writeFileAtomic(a->file, text + services::tokenFileLine(a->name, role, secret), 0600));
    std::fprintf(stderr, "Put it into AERIE_TOKEN; servers read %s when they start.\n", a->file.c_str());
    std::printf("%s\n", secret.c_str());
    return absl::OkStatus();
  });
}

}  // namespace aerie::ctl
