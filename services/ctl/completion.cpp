#include <cstdio>

#include "core/base/status.h"
#include "services/ctl/tool.h"

namespace aerie::ctl {
namespace {

// "path|word word ..." lines: what may follow each chain of subcommands.
void collect(const CLI::App* app, const std::string& path,
             std::vector<std::pair<std::string, std::string>>& lines) {
  std::string words;
  for (const CLI::App* child : app->get_subcommands([](const CLI::App*) { return true; }))
    words += child->get_name() + " ";
  for (const CLI::Option* option : app->get_options()) {
    for (const std::string& name : option->get_lnames()) words += "--" + name + " ";
  }
  lines.emplace_back(path, words);
  for (const CLI::App* child : app->get_subcommands([](const CLI::App*) { return true; })) {
    collect(child, path.empty() ? child->get_name() : path + " " + child->get_name(), lines);
  }
}

constexpr char kFooter[] = R"(
_aeriectl() {
  local current=${COMP_WORDS[COMP_CWORD]} path= word
  for word in "${COMP_WORDS[@]:1:COMP_CWORD-1}"; do
    local next=${path:+$path }$word
    [ -n "${_aeriectl_words[$next]+x}" ] && path=$next
  done
  COMPREPLY=($(compgen -W "${_aeriectl_words[${path:-_}]}" -- "$current"))
  [ ${#COMPREPLY[@]} -gt 0 ] || COMPREPLY=($(compgen -f -- "$current"))
}
complete -o filenames -F _aeriectl aeriectl
)";

}  // namespace

void addCompletionCommand(Tool& tool) {
  CLI::App* completion =
      tool.app().add_subcommand("completion", "Shell completion: source <(aeriectl completion bash)");
  const auto shell = std::make_shared<std::string>("bash");
  completion->add_option("shell", *shell, "bash or zsh")
      ->check(CLI::IsMember({"bash", "zsh"}))
      ->capture_default_str();
  tool.onRun(completion, [&tool, shell]() -> absl::Status {
    std::vector<std::pair<std::string, std::string>> lines;
    collect(&tool.app(), "", lines);
    std::string script = *shell == "zsh"
                             ? "autoload -U +X bashcompinit && bashcompinit\ntypeset -A _aeriectl_words\n"
                             : "declare -A _aeriectl_words\n";
    for (const auto& [path, words] : lines)
      script += fmt::format("_aeriectl_words[{}]='{}'\n", path.empty() ? "_" : "'" + path + "'", words);
    script += kFooter;
    std::fwrite(script.data(), 1, script.size(), stdout);
    return absl::OkStatus();
  });
}

}  // namespace aerie::ctl
